// The window of time that all charts share. It follows the newest record until somebody zooms.

const LEAST_MILLIS = 1000;
const DAY = 86_400_000;

const listeners = [];
const bounds = { first: 0, last: 0 };

/** @type {{following: boolean, span: ?number, from: number, to: number}} span null: all there is */
export const view = { following: true, span: null, from: 0, to: 0 };

/** Called whenever the window has moved. */
export const onWindow = (listener) => listeners.push(listener);

/** What there is to show now, epoch milliseconds; while following, the window goes along. */
export function extend(first, last) {
  bounds.first = first;
  bounds.last = last;
  if (view.following) {
    view.to = last;
    view.from = view.span === null ? first : Math.max(first, last - view.span);
  }
}

/** Shows a stretch and stops following. */
export function zoom(from, to) {
  const span = Math.max(LEAST_MILLIS, Math.min(to - from, bounds.last - bounds.first));
  view.from = Math.max(bounds.first, Math.min(from, bounds.last - span));
  view.to = view.from + span;
  view.following = false;
  tell();
}

/** Back to the newest record: all of the history, or its last stretch. */
export function live(span = view.span) {
  view.following = true;
  view.span = span;
  extend(bounds.first, bounds.last);
  tell();
}

/** By parts of what is shown: to the left below 0. */
export const move = (part) => zoom(view.from + part * (view.to - view.from), view.to + part * (view.to - view.from));

/** Around the middle of what is shown. */
export function scale(factor) {
  const middle = (view.from + view.to) / 2;
  const half = (factor * (view.to - view.from)) / 2;
  zoom(middle - half, middle + half);
}

function tell() {
  listeners.forEach((listener) => listener());
}

/** Spans worth a button: those clearly shorter than what there is. */
export function offeredSpans() {
  const all = bounds.last - bounds.first;
  return [[3_652 * DAY, '10 years'], [1_826 * DAY, '5 years'], [365 * DAY, '1 year'], [30 * DAY, '30 days'], [7 * DAY, '7 days'], [DAY, '1 day'], [21_600_000, '6 hours'], [3_600_000, '1 hour'], [900_000, '15 minutes'], [300_000, '5 minutes']]
    .filter(([span]) => span < 0.8 * all).slice(0, 2);
}
