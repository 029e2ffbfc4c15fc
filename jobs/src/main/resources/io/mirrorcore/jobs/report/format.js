// Numbers, dates and names as text: the same in every browser and language setting.
const MINUS = '\u2212';
const NBSP = '\u00a0';
const NONE = '\u2013';

const isNumber = (value) => typeof value === 'number' && Number.isFinite(value);

/** 12345.678 as 12,345.68; what rounds to nothing has no sign. */
function number(value, decimals = 0) {
  if (!isNumber(value)) {
    return NONE;
  }
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const text = fraction ? `${grouped}.${fraction}` : grouped;
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

function signed(value, decimals = 2) {
  const text = number(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

const percent = (value, decimals = 1) =>
  isNumber(value) ? `${number(100 * value, decimals)}${NBSP}%` : NONE;

const signedPercent = (value, decimals = 1) =>
  isNumber(value) ? `${signed(100 * value, decimals)}${NBSP}%` : NONE;

/** A parameter as a person would write it, without the noise of binary fractions. */
const plain = (value) => (isNumber(value) ? number(value, decimalsOf(value)) : NONE);

function decimalsOf(value) {
  const text = String(Number(value.toPrecision(6)));
  const point = text.indexOf('.');
  return point < 0 || text.includes('e') ? 0 : text.length - point - 1;
}

const interval = (range, decimals = 2) =>
  range ? `[${signed(range.low, decimals)}, ${signed(range.high, decimals)}]` : '';

const day = (millis) => new Date(millis).toISOString().slice(0, 10);

/** With the time of day only where bars are shorter than a day. */
const moment = (millis) =>
  isIntraday() ? new Date(millis).toISOString().slice(0, 16).replace('T', ' ') : day(millis);

const isIntraday = () => /(ms|s|m|h)$/.test(report.interval || '');

const plural = (count, one, many = `${one}s`) => `${number(count)}${NBSP}${count === 1 ? one : many}`;

const sentence = (text) => text.charAt(0) + text.slice(1).toLowerCase();

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
