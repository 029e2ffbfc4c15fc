// One signal in words: what it wants, since when, and the numbers that explain it.

import { get } from './session.js';
import { actionName, attributeName, instant, measured, positionWords } from './words.js';

let from = null;

/** Opens the newest signal of a cell, and takes the focus there; Close and Escape bring it back. */
export async function openSignal({ symbol, strategy }, name) {
  if (!symbol || !strategy) {
    return;
  }
  from = document.activeElement;
  byId('opened-title').textContent = `${name} on ${symbol}`;
  byId('opened-words').replaceChildren(el('p', {}, 'Reading …'));
  byId('opened').hidden = false;
  byId('opened').focus();
  const path = `api/signal?row=${encodeURIComponent(strategy)}&symbol=${encodeURIComponent(symbol)}`;
  let words;
  try {
    words = signalWords(await get(path));
  } catch (failed) {
    words = [el('p', {}, failed.message.endsWith('404') ? 'No signal yet: the strategy has not seen enough of this symbol.' : `It could not be read (${failed.message}).`)];
  }
  byId('opened-words').replaceChildren(...words);
}

function signalWords({ time, action, position, confidence, label, attributes = {} }) {
  const told = label ? ` In its own word: ${label}.` : '';
  const sure = confidence > 0 ? ` It is ${percent(confidence, 0)} sure.` : ' It does not say how sure it is.';
  const names = Object.entries(attributes);
  return [
    el('p', {}, `Since ${instant(time)} it wants to be ${positionWords(position)}; the event then was “${actionName(action)}”.${sure}${told}`),
    names.length ? el('ul', {}, names.map(([name, value]) => el('li', {}, `${attributeName(name)}: ${measured(value)}`))) : null,
  ].filter(Boolean);
}

export function closeSignal() {
  if (!byId('opened').hidden) {
    byId('opened').hidden = true;
    from?.focus();
  }
}

export function watchSignal() {
  byId('opened-close').addEventListener('click', closeSignal);
  byId('opened').addEventListener('keydown', (event) => event.key === 'Escape' && closeSignal());
}
