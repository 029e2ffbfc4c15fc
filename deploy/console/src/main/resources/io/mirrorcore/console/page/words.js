// Times, spans, decisions and attributes in words.

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** 2026-11-28 14:05 UTC, with seconds where a bar is shorter than a minute. */
export const instant = (millis, seconds = false) =>
  isNumber(millis) ? `${new Date(millis).toISOString().slice(0, seconds ? 19 : 16).replace('T', ' ')}` : NONE;

/** 850 ms, 12 s, 5 min, 3 h, 2 days: one unit, the largest that fits. */
export function span(millis) {
  if (!isNumber(millis)) {
    return NONE;
  }
  const size = Math.max(0, millis);
  if (size < SECOND) {
    return `${number(size)}${NBSP}ms`;
  }
  if (size < 2 * MINUTE) {
    return `${number(Math.floor(size / SECOND))}${NBSP}s`;
  }
  if (size < 2 * HOUR) {
    return `${number(Math.floor(size / MINUTE))}${NBSP}min`;
  }
  return size < 2 * DAY ? `${number(Math.floor(size / HOUR))}${NBSP}h` : plural(Math.floor(size / DAY), 'day');
}

/** Two or three words of a decision, for marks and tables. */
const DECISION_NAMES = {
  WARMUP: 'warming up', INITIAL: 'first weights', REBALANCED: 'rebalanced', PARTIAL: 'moved part of the way',
  HELD_UNCERTAIN: 'held, in doubt', HELD_REGIME: 'held by the regime', HELD_SMALL: 'held, changes too small',
};

export const decisionName = (decision) => DECISION_NAMES[decision] || sentence(String(decision || NONE)).replaceAll('_', ' ');

const ACTIONS = { STRONG_BUY: 'strong buy', BUY: 'buy', HOLD: 'hold', SELL: 'sell', STRONG_SELL: 'strong sell' };

export const actionName = (action) => ACTIONS[action] || String(action);

/** Long half, short, flat: a position between -1 and 1. */
export function positionWords(position) {
  if (!isNumber(position)) {
    return 'no position told';
  }
  if (position === 0) {
    return 'flat';
  }
  const side = position > 0 ? 'long' : 'short';
  return Math.abs(position) === 1 ? `fully ${side}` : `${side} ${percent(Math.abs(position), 0)}`;
}

const ACRONYMS = new Set(['rsi', 'macd', 'atr', 'iv', 'ofi', 'vpin', 'pnl', 'adx', 'ema', 'sma', 'obv', 'vwap', 'id']);

/** put_call_ratio as "put call ratio", iv_skew as "IV skew". */
export const attributeName = (name) =>
  name.split(/_+|(?<=[a-z0-9])(?=[A-Z])/).filter(Boolean).map((part) => (ACRONYMS.has(part.toLowerCase()) ? part.toUpperCase() : part.toLowerCase())).join(' ');

/** Up to five digits that count. */
export function measured(value) {
  if (!isNumber(value)) {
    return typeof value === 'string' ? value : NONE;
  }
  const size = Math.abs(value);
  return size !== 0 && (size < 1e-4 || size >= 1e9) ? value.toExponential(2).replace('-', MINUS) : plain(Number(value.toPrecision(5)));
}
