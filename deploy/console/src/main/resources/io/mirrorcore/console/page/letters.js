// Records that were refused: why, how many, and the line that brings them back once the cause is mended.

import { instant } from './words.js';

const REASONS = {
  MALFORMED: 'not readable', MISSING_FIELD: 'a field is missing', NOT_FINITE: 'not a number', OUT_OF_RANGE: 'out of range',
  HIGH_BELOW_LOW: 'high below low', CROSSED_BOOK: 'crossed book', UNORDERED_BOOK: 'book out of order', UNKNOWN_TYPE: 'unknown type',
  OVERSIZE: 'too large', FAR_FUTURE: 'from the far future', LATE: 'too late', DUPLICATE: 'twice the same', WRONG_INTERVAL: 'wrong interval',
};

export function drawLetters({ total = 0, reasons = {} }) {
  const rows = Object.entries(reasons).sort(([, a], [, b]) => b.count - a.count);
  byId('dead-words').textContent = total === 0
    ? 'None: every record that came was taken.'
    : `${plural(total, 'record')} refused in what the topic keeps. Mend the cause, then bring them back with the line below each.`;
  byId('dead-table').hidden = rows.length === 0;
  byId('dead-table').replaceChildren(el('ul', { class: 'letters' }, rows.map(letter)));
}

function letter([reason, { count, newest, topics = [], detail, redrive }]) {
  return el('li', {},
    el('strong', {}, `${number(count)} × ${REASONS[reason] || reason}`),
    el('span', { class: 'when' }, `${reason} on ${topics.join(', ')}${isNumber(newest) ? `, newest ${instant(newest)}` : ''}`),
    detail ? el('span', { class: 'detail' }, detail) : null,
    redrive ? el('span', { class: 'line' }, el('code', {}, redrive), copyButton(redrive, reason)) : null);
}

function copyButton(text, reason) {
  const button = el('button', { type: 'button', 'aria-label': `Copy the redrive line of ${reason}` }, 'Copy');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(button.previousSibling);
      button.textContent = 'Selected';
    }
  });
  return button;
}
