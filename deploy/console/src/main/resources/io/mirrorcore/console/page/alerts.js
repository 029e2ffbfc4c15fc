// What now? Alerts that fire on top, then those that are over.

import { instant, measured } from './words.js';
import { assertively, politely } from './announce.js';

const OVER = 30;

let known = null;

export function drawAlerts({ firing = {}, recent = [] }) {
  const now = Object.values(firing).sort((a, b) => severity(b) - severity(a) || b.time - a.time);
  const over = recent.filter(({ state }) => state === 'RESOLVED').slice(-OVER).reverse();
  byId('alerts-words').textContent = now.length
    ? `${plural(now.length, 'alert')} ${now.length === 1 ? 'fires' : 'fire'}.`
    : `None fires. ${over.length ? 'These are over:' : 'None has fired in what the topic keeps.'}`;
  byId('alerts-list').replaceChildren(...now.map((alert) => item(alert, true)), ...over.map((alert) => item(alert, false)));
  const link = byId('firing');
  link.textContent = now.length ? `${plural(now.length, 'alert')} ${now.length === 1 ? 'fires' : 'fire'}` : 'no alert fires';
  link.className = now.length ? 'some' : '';
  say(firing);
}

const severity = ({ level }) => ['INFO', 'WARNING', 'ERROR'].indexOf(level);

/** Only what began or ended since the last time: a page that opens does not shout what was before it. */
function say(firing) {
  if (known !== null) {
    Object.entries(firing).filter(([key]) => !known.has(key)).forEach(([, { level, message }]) => assertively(`${sentence(level)}: ${message}`));
    [...known].filter(([key]) => !Object.hasOwn(firing, key)).forEach(([, { key }]) => politely(`Alert over: ${key}.`));
  }
  known = new Map(Object.entries(firing));
}

function item({ level, key, portfolio, message, value, threshold, time }, fires) {
  const told = isNumber(value) && isNumber(threshold) ? ` · measured ${measured(value)} against ${measured(threshold)}` : '';
  return el('li', { class: `${fires ? 'firing-now' : 'over'} ${level}` },
    el('strong', {}, `${fires ? sentence(level) : 'Over'} · ${key}`), ` ${message}`,
    el('span', { class: 'when' }, `${fires ? 'since' : 'ended'} ${instant(time)} · portfolio ${portfolio}${told}`));
}
