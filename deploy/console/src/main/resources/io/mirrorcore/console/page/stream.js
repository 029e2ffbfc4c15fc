// The stream of events, which mends itself: the browser after a broken connection, this file after a refusal.

import { openSession } from './session.js';

const RETRY_MILLIS = 1000;

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
      setTimeout(() => openSession().catch(() => false).then(() => openStream(after, tell)), RETRY_MILLIS);
    }
  };
  for (const type of ['hello', 'delta', 'resync']) {
    source.addEventListener(type, ({ data }) => tell({ type, data: JSON.parse(data) }));
  }
}
