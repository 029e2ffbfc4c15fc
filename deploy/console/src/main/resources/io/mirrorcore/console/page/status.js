// The strip that stays in sight, and the banner over a page that must not be acted on.

import { store } from './store.js';
import { conditionOf, inputAge, serverTime } from './condition.js';
import { span } from './words.js';
import { politely, assertively } from './announce.js';

let said = null;

/** Each second, and whenever the status changes. */
export function drawStatus() {
  const condition = conditionOf(store);
  byId('condition').dataset.condition = condition.name;
  put('condition-name', condition.word);
  // The banner says it, with more room.
  put('condition-why', condition.grey ? '' : condition.why);
  drawBanner(condition);
  if (store.panels && store.panels.status) {
    drawInputs(store.panels.status);
  }
  if (said !== condition.name) {
    (condition.grey ? assertively : politely)(`${condition.word}. ${condition.why}`);
    said = condition.name;
  }
}

/** Only where it differs: a text that is set anew is selected and heard anew. */
export function put(id, text) {
  if (byId(id).textContent !== text) {
    byId(id).textContent = text;
  }
}

function drawBanner({ grey, word, why }) {
  byId('banner').hidden = !grey;
  put('banner', grey ? `${word}: ${why}. Do not act on the figures below; they are the last that were known.` : '');
  byId('main').classList.toggle('grey', grey);
}

function drawInputs(status) {
  const time = serverTime(store);
  const inputs = Object.entries(status.inputs || {}).filter(([, input]) => input.grew !== null || input.records > 0);
  const missing = (status.missing || []).map((name) => el('li', { class: 'old' }, `no topic ${name}`));
  byId('inputs').replaceChildren(...missing, ...inputs.map(([name, input]) => {
    const age = inputAge(input, time);
    return el('li', { class: age > status.staleMs ? 'old' : null }, 
      `${name} ${ageWords(age)}`, input.rate > 0 ? el('span', { class: 'rate' }, `, ${number(input.rate, input.rate < 10 ? 1 : 0)}/s`) : null);
  }));
}

/** In whole seconds: a figure that changes its width moves what is beside it. */
function ageWords(age) {
  if (age === null) {
    return 'silent';
  }
  return age < 1000 ? 'now' : span(age);
}
