// What the page knows: the tree of panels, which part of it has changed, and whether the server speaks.

import { get, Refused } from './session.js';
import { patch } from './patch.js';

/**
 * @type {{panels: ?object, epoch: number, seq: number, open: boolean, heard: number, refused: boolean}}
 *     heard: when the last frame came, by performance.now()
 */
export const store = { panels: null, epoch: 0, seq: 0, open: false, heard: 0, refused: false };

const waiting = [];
const listeners = [];
let loading = false;
let behind = false;
let retry = 0;

/** Called with the paths that changed, or null after a snapshot. */
export const onChange = (listener) => listeners.push(listener);

/** Takes what the stream says: from this tab's own stream or from the tab that reads it for all. */
export function hear(message) {
  if (message.type === 'connection') {
    store.open = message.open;
    store.refused = Boolean(message.refused);
  } else {
    store.open = true;
    store.heard = performance.now();
    follow(message);
  }
  tell([]);
}

function follow({ type, data }) {
  if (document.hidden) {
    behind = true;
  } else if (loading) {
    waiting.push({ type, data });
  } else if (type === 'resync' || (type === 'hello' && data.epoch !== store.epoch)) {
    resync();
  } else if (type === 'delta') {
    advance(data);
  }
}

function advance({ seq, ops }) {
  if (seq > store.seq + 1) {
    resync();
  } else if (seq === store.seq + 1) {
    patch(store.panels, ops);
    store.seq = seq;
    tell(ops.map((op) => op.p));
  }
}

/** A fresh snapshot; frames that come meanwhile wait for it. */
export async function resync() {
  if (loading) {
    return;
  }
  clearTimeout(retry);
  loading = true;
  try {
    const { seq, epoch, panels } = await get('api/snapshot');
    Object.assign(store, { seq, epoch, panels, heard: performance.now(), open: true, refused: false });
    behind = false;
    tell(null);
  } catch (failed) {
    store.open = false;
    store.refused = failed instanceof Refused;
    // Without its token it would be refused again: a new fragment or look at the page asks anew.
    retry = store.refused ? 0 : setTimeout(resync, 1000);
    tell([]);
  } finally {
    loading = false;
  }
  // What came before the snapshot is older than it; after a failure the next snapshot has it all.
  waiting.splice(0).filter((message) => message.type === 'delta' && message.data.seq > store.seq).forEach(follow);
}

/** A tab that was hidden has not drawn, nor kept up. */
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && (behind || store.refused)) {
    resync();
  }
});

function tell(paths) {
  listeners.forEach((listener) => listener(paths));
}
