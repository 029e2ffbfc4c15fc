// Is it optimal? The residual of the optimality conditions, and the means to check it again.

import { get } from './session.js';
import { instant, span, measured } from './words.js';
import { dataTable, facts, tableWhenOpen } from './table.js';

const OUTCOMES = { PROVEN: 'Confirmed', REFUSED: 'Not confirmed', UNPROVEN: 'Without a proof' };

let shown = { portfolio: null, time: null };

/** 1.2e-16, as the limit is written too. */
const scientific = (value) => (isNumber(value) ? value.toExponential(1).replace('.0e', 'e').replace(/^0e\+0$/, '0') : NONE);

export function drawProof(portfolio, proof) {
  byId('check').disabled = !proof;
  byId('copy-proof').disabled = !proof;
  if (!proof) {
    byId('proof-words').textContent = 'There is nothing to prove before the first weights.';
    return;
  }
  if (shown.portfolio !== portfolio || shown.time !== proof.time) {
    byId('checked').textContent = '';
    shown = { portfolio, time: proof.time };
  }
  const within = proof.kktResidual <= proof.limit;
  byId('proof-words').textContent = 'Every published vector carries the multipliers that prove it. The residual is by how much the optimality conditions are missed at worst.';
  byId('residual').className = within ? 'residual' : 'residual bad';
  byId('residual').replaceChildren(scientific(proof.kktResidual), el('span', {}, ` KKT residual, ${within ? 'at most' : 'above the'} ${scientific(proof.limit)}`));
  facts(byId('proof-facts'), [
    ['Objective', proof.objective], ['Solver', proof.status && sentence(proof.status).replaceAll('_', ' ')], ['At the cap', list(proof.bindingUpper)],
    ['At the floor', countOf(proof.bindingLower)], ['Observations', number(proof.observations)],
    ['Condition number', isNumber(proof.conditionNumber) ? measured(Number(proof.conditionNumber.toPrecision(3))) : null],
    ['Shrinkage', percent(proof.shrinkage, 0)], ['Iterations', number(proof.iterations)], ['Left out', countOf(proof.inactive)],
  ]);
  drawRisk(proof.contributions || {});
  tableWhenOpen('risk-table', () => riskTable(proof));
}

/** Shares of the risk as bars; what lowers it hangs on the same zero in the other colour. */
function drawRisk(contributions) {
  const shares = Object.entries(contributions).filter(([, share]) => Math.abs(share) >= 0.0005).sort(([, a], [, b]) => b - a);
  const full = Math.max(0.01, ...shares.map(([, share]) => Math.abs(share)));
  byId('risk').replaceChildren(
    el('div', { class: 'bar heads' }, el('span', {}, 'Strategy'), el('span', {}), el('span', { class: 'part' }, 'of risk')),
    ...shares.map(([id, share]) => el('div', { class: 'bar' }, el('span', { class: 'name', title: id }, id),
      el('span', { class: 'track' }, el('span', { class: `fill ${share < 0 ? 'below' : ''}`, style: { width: `${(100 * Math.abs(share)) / full}%` } })),
      el('span', { class: 'part' }, percent(share)))));
  byId('risk-caption').textContent = shares.length ? `The most of the variance of the optimum comes from ${shares[0][0]}, ${percent(shares[0][1])}.` : '';
}

const list = (names) => (names && names.length ? names.join(', ') : 'none');

const countOf = (names) => (names && names.length ? plural(names.length, 'strategy', 'strategies') : 'none');

const riskTable = ({ contributions = {} }) => dataTable('Share of the variance of the optimum, by strategy', ['Strategy', 'Share of the risk'],
  Object.entries(contributions).sort(([, a], [, b]) => b - a).map(([id, share]) => [id, signedPercent(share)]));

async function checkAgain() {
  const { portfolio } = shown;
  byId('checked').textContent = 'Checking …';
  try {
    const answer = await get(`api/check?portfolio=${encodeURIComponent(portfolio)}`);
    byId('checked').textContent = outcomeWords(answer);
  } catch (failed) {
    byId('checked').textContent = `The server could not check it (${failed.message}).`;
  }
}

function outcomeWords({ outcome, time, residual, limit, reasons = [], tookMs }) {
  const what = `${OUTCOMES[outcome] || outcome}: the certificate of ${instant(time)}`;
  const figure = isNumber(residual) ? ` has a residual of ${scientific(residual)}, at most ${scientific(limit)} is allowed` : ' has no residual';
  const took = isNumber(tookMs) ? `; checked from the record alone in ${tookMs < 1 ? `${number(tookMs, 2)}${NBSP}ms` : span(tookMs)}` : '';
  return `${what}${figure}${took}.${reasons.length ? ` ${reasons.join(' ')}` : ''}`;
}

async function copyRecord() {
  const { portfolio } = shown;
  try {
    const record = await get(`api/record?portfolio=${encodeURIComponent(portfolio)}`);
    await navigator.clipboard.writeText(JSON.stringify(record, null, 2));
    byId('checked').textContent = 'Copied: the whole record, with the problem that was solved.';
  } catch (failed) {
    byId('checked').textContent = `Not copied (${failed.message}).`;
  }
}

export function watchProof() {
  byId('check').addEventListener('click', checkAgain);
  byId('copy-proof').addEventListener('click', copyRecord);
}
