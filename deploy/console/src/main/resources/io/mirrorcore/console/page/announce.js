// What is said to those who listen: changes politely and seldom, alerts at once.

const POLITE_MILLIS = 10_000;

let waiting = null;
let saidAt = -Infinity;
let timer = 0;

/** Says the newest of what came, at most every ten seconds. */
export function politely(text) {
  waiting = text;
  if (!timer) {
    timer = setTimeout(say, Math.max(0, saidAt + POLITE_MILLIS - performance.now()));
  }
}

function say() {
  timer = 0;
  saidAt = performance.now();
  byId('polite').textContent = waiting;
}

/** Says now: an alert that fires, an input that is stale. */
export function assertively(text) {
  byId('assertive').textContent = text;
}
