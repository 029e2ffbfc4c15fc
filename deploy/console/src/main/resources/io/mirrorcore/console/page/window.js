// The buttons of the shared window of time: last stretches, steps for the keyboard, and the way back to now.

import { view, live, move, scale, offeredSpans, onWindow } from './timeline.js';

let offered = '';

/** In each place of class "window"; made anew only when other stretches are worth offering. */
export function drawWindowButtons() {
  const spans = [[null, 'All'], ...offeredSpans().map(([span, text]) => [span, `Last ${text}`.replace('Last 1 ', 'Last ')])];
  if (JSON.stringify(spans) !== offered) {
    offered = JSON.stringify(spans);
    document.querySelectorAll('.window').forEach((place) => place.replaceChildren(...buttons(spans)));
  }
  mark();
}

function buttons(spans) {
  const step = (sign, label, act) => el('button', { type: 'button', 'aria-label': label, title: label, on: { click: act } }, sign);
  return [
    choice('Time', spans.map(([span, text]) => [String(span), text]), String(view.span), (value) => live(value === 'null' ? null : Number(value))),
    el('div', { class: 'choice', role: 'group', 'aria-label': 'Move the window of time' },
      step('←', 'Earlier', () => move(-0.25)), step('→', 'Later', () => move(0.25)), step('+', 'Closer', () => scale(0.5)), step('−', 'Wider', () => scale(2))),
    el('button', { type: 'button', class: 'live', hidden: true, on: { click: toLive } }, 'Live'),
  ];
}

/** The button goes, so the focus goes to what stands beside it. */
function toLive({ currentTarget }) {
  const place = currentTarget.parentElement;
  live();
  place.querySelector('[aria-pressed=true]')?.focus();
}

function mark() {
  document.querySelectorAll('.window').forEach((place) => {
    place.querySelector('.live').hidden = view.following;
    place.querySelectorAll('[data-value]').forEach((button) =>
      button.setAttribute('aria-pressed', String(view.following && button.dataset.value === String(view.span))));
  });
}

onWindow(mark);
