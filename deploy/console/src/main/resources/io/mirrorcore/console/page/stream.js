// The stream of events, which mends itself: the browser after a broken connection, this file after a refusal.

import { get, Refused } from './session.js';

const RETRY_MILLIS = 1000;
const LOCKED_MILLIS = 15_000;

/**
 * @param after gives the sequence number to go on from
 * @param tell called with {type: hello, delta or resync, data} and {type: 'connection', open}
 */
export function openStream(after, tell) {
  const source = new EventSource(`events?from=${after()}`);
  source.onopen = () => tell({ type: 'connection', open: true });
  source.onerror = () => {
    tell({ type: 'connection', open: false });
    // Refused, by 401 or 503: the browser gives up, and so would the page.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => reopen(after, tell), RETRY_MILLIS);
    }
  };
  for (const type of ['hello', 'delta', 'resync']) {
    source.addEventListener(type, ({ data }) => tell({ type, data: JSON.parse(data) }));
  }
}

/** A snapshot opens a new session where the old one is forgotten, and tells whether there is none to open. */
async function reopen(after, tell) {
  try {
    await get('api/snapshot');
    openStream(after, tell);
  } catch (failed) {
    const refused = failed instanceof Refused;
    tell({ type: 'connection', open: false, refused });
    setTimeout(() => reopen(after, tell), refused ? LOCKED_MILLIS : RETRY_MILLIS);
  }
}
