// What is held, and why: a bar for each strategy with its cap, and one sentence made of the decision.

import { instant } from './words.js';
import { dataTable, facts, tableWhenOpen } from './table.js';
import { politely } from './announce.js';

/** What would round to nothing has no bar. */
const LEAST = 0.0005;

let saidOf = null;

/**
 * @param now the portfolio's newest weights
 * @param colourOf a strategy's colour in all charts
 */
export function drawNow(portfolio, now, colourOf) {
  if (!now) {
    byId('decision').textContent = `No weights of portfolio ${portfolio} yet: the first come when enough bars have passed.`;
    return;
  }
  byId('decision').textContent = now.sentence;
  facts(byId('now-facts'), [
    ['As of', instant(now.time)], ['Regime', now.regime && sentence(now.regime)], ['Confidence', percent(now.confidence, 0)],
    ['Turnover due', percent(now.turnover, 0)], ['Sharpe expected', isNumber(now.sharpeAnnualised) ? `${signed(now.sharpeAnnualised)} a year` : null], ['Cap', percent(now.cap, 0)],
  ]);
  drawBars(now, colourOf);
  tableWhenOpen('bars-table', () => weightsTable(now));
  if (saidOf !== null && saidOf !== `${portfolio} ${now.time}`) {
    politely(`New weights of ${portfolio}. ${now.sentence}`);
  }
  saidOf = `${portfolio} ${now.time}`;
}

function drawBars(now, colourOf) {
  const held = now.strategies.filter(({ weight }) => weight >= LEAST);
  const full = Math.max(0.01, ...now.strategies.filter(({ id }) => id !== 'CASH').flatMap(({ cap, weight }) => [cap || 0, weight]), ...held.map(({ weight }) => weight));
  byId('bars').replaceChildren(
    el('div', { class: 'bar heads' }, el('span', {}, 'Strategy'), el('span', {}), el('span', { class: 'part' }, 'weight'), el('span', { class: 'sure' }, 'sure')),
    ...held.map((strategy) => bar(strategy, full, colourOf)));
  byId('bars-caption').replaceChildren(barsWords(now, held),
    el('span', { class: 'sure' }, ' “Sure” is the confidence in that weight, from resampled returns.'));
}

function bar({ id, weight, cap, confidence }, full, colourOf) {
  return el('div', { class: 'bar' },
    el('span', { class: 'name', title: id }, id),
    el('span', { class: 'track' },
      el('span', { class: 'fill', style: { width: `${(100 * weight) / full}%`, background: colourOf(id) } }),
      cap < full * 1.0001 ? el('span', { class: 'cap', style: { left: `calc(${(100 * cap) / full}% - 2px)` } }) : null),
    el('span', { class: 'part' }, percent(weight)),
    el('span', { class: 'sure' }, isNumber(confidence) ? percent(confidence, 0) : NONE));
}

function barsWords(now, held) {
  const capped = held.filter(({ id, weight, cap }) => id !== 'CASH' && isNumber(cap) && weight > cap - 1e-9).map(({ id }) => id);
  const none = now.strategies.filter(({ weight }) => weight < LEAST);
  const inactive = none.filter((strategy) => strategy.inactive).length;
  return [
    `${plural(held.length, 'strategy', 'strategies')} held, the largest ${held.length ? `${held[0].id} with ${percent(held[0].weight)}` : 'none'}.`,
    capped.length ? `At the cap, which is the upright tick: ${capped.join(', ')}.` : 'The upright tick is the cap.',
    none.length ? `${plural(none.length, 'strategy', 'strategies')} without a weight${inactive ? `, ${number(inactive)} of them inactive` : ''}.` : '',
  ].filter(Boolean).join(' ');
}

const weightsTable = (now) => dataTable('Weights in force', ['Strategy', 'Weight', 'Before', 'Optimum', 'Cap', 'Sure'],
  now.strategies.map(({ id, weight, previous, target, cap, confidence, inactive }) =>
    [inactive ? `${id} (inactive)` : id, percent(weight, 2), percent(previous, 2), percent(target, 2), percent(cap, 1), percent(confidence, 0)]));
