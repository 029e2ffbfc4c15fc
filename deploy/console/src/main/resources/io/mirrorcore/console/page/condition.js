// Can this page be believed? One word, from the newest status and from how long the server has been silent.

import { span, instant } from './words.js';

/** The server speaks each second: this much silence is a broken connection that nobody noticed. */
const SILENCE_MILLIS = 5000;

/** The server's clock now: its last word plus what has passed since. */
export const serverTime = (store, now = performance.now()) => store.panels.status.time + (now - store.heard);

/** How long an input has been silent, milliseconds; null where it never spoke. */
export const inputAge = (input, time) => (isNumber(input.grew) ? Math.max(0, time - input.grew) : null);

/**
 * @return {{name: string, word: string, why: string, grey: boolean}} name for the style, word to show,
 *     grey where figures must not be acted on
 */
export function conditionOf(store, now = performance.now()) {
  if (store.refused) {
    return { name: 'RECONNECTING', word: 'LOCKED', why: 'the console wants its token: open the address that it printed, with #token=', grey: false };
  }
  if (!store.panels || !store.panels.status) {
    return { name: store.open ? 'CONNECTING' : 'RECONNECTING', word: store.open ? 'CONNECTING' : 'RECONNECTING', why: 'no records yet', grey: false };
  }
  const { status } = store.panels;
  const silence = now - store.heard;
  if (!store.open || silence > SILENCE_MILLIS) {
    return { name: 'RECONNECTING', word: 'RECONNECTING', why: `the console's server is silent for ${span(silence)}; all figures are of ${instant(status.time, true)}`, grey: silence > (status.staleMs || Infinity) };
  }
  return spoken(status, serverTime(store, now));
}

function spoken(status, time) {
  const { state } = status;
  if (state === 'LOADING') {
    return { name: 'CONNECTING', word: `LOADING ${percent(status.share || 0, 0)}`, why: 'reading the history', grey: false };
  }
  if (state === 'LOST') {
    return { name: 'STALE', word: `STALE ${span(time - status.since)}`, why: status.error || 'Kafka cannot be reached', grey: true };
  }
  if (state === 'STALE') {
    return { name: 'STALE', word: `STALE ${span(longestSilence(status, time))}`, why: `no new ${silent(status, time).join(', ') || 'input'}`, grey: true };
  }
  return { name: state, word: state, why: state === 'REPLAY' ? replayWords(status) : '', grey: false };
}

const silent = (status, time) =>
  Object.entries(status.inputs || {}).filter(([, input]) => inputAge(input, time) > status.staleMs).map(([name]) => name);

function longestSilence(status, time) {
  const ages = Object.values(status.inputs || {}).map((input) => inputAge(input, time)).filter((age) => age > status.staleMs);
  return ages.length ? Math.max(...ages) : time - status.since;
}

/** Times on the page are those of the records, which are not today's. */
function replayWords({ outputs = {} }) {
  const newest = Math.max(...Object.values(outputs).map(({ event }) => event || 0));
  return newest > 0 ? `the market of ${instant(newest)}` : 'of another time than now';
}
