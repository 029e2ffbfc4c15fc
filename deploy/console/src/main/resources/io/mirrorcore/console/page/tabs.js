// One stream of events for all tabs of a browser: over HTTP/1.1 it allows six connections to a host,
// so the seventh tab with a stream of its own would never load. The tab that holds the lock reads
// the stream and tells the others; where there are no locks (no secure context) each reads its own.

import { openStream } from './stream.js';

const NAME = 'mirrorcore-console';

/**
 * Hands everything that the stream says to `hear`, whichever tab reads it.
 *
 * @param after gives the sequence number to go on from when this tab becomes the reader
 * @param hear called with the messages of stream.js; a frame may come that was heard before
 */
export function listen(after, hear) {
  if (!navigator.locks || !window.BroadcastChannel) {
    openStream(after, hear);
    return;
  }
  const channel = new BroadcastChannel(NAME);
  let condition = null;
  const tell = (message) => {
    if (message.type === 'connection') {
      condition = message;
    }
    channel.postMessage(message);
    hear(message);
  };
  channel.onmessage = ({ data }) => {
    if (data.type !== 'who') {
      hear(data);
    } else if (condition) {
      channel.postMessage(condition);
    }
  };
  channel.postMessage({ type: 'who' });
  navigator.locks.request(NAME, () => new Promise(() => {
    document.documentElement.dataset.leads = 'true';
    openStream(after, tell);
  }));
}
