// What changed, when, and why: the weights as areas on each other, regimes and decisions above them.

import { Plot, valueAxis } from './plot.js';
import { MARGIN, drawMarks } from './plot-marks.js';
import { view } from './timeline.js';
import { decisionName, instant } from './words.js';
import { dataTable, tableWhenOpen } from './table.js';

const TABLE_ROWS = 200;

let plot = null;
let names = [];
let rows = [];
let end = 0;
const hidden = new Set();

/** A strategy's colour for a style, the same wherever it is drawn; cash, which risks nothing, is pale. */
export const colourOf = (id) => (id === 'CASH' ? 'var(--rule)' : areaColour(Math.max(0, names.indexOf(id))));

/** The same for a canvas, which knows no variables. */
const paintOf = (id) => (id === 'CASH' ? colour('--rule') : colourOf(id));

/** @param upTo the newest time there is: the last weights hold until then */
export function drawWeights(weights, upTo) {
  rows = weights ? weights.rows : [];
  end = Math.max(upTo, rows.length ? rows[rows.length - 1].t : 0);
  const now = weights ? weights.strategies : [];
  if (!plot || now.join() !== names.join()) {
    names = now;
    start();
  }
  if (rows.length > 0) {
    plot.draw(stacked());
  }
  showRow(null);
  byId('weights-caption').textContent = words();
  tableWhenOpen('weights-table', table);
}

function start() {
  const options = shape();
  if (plot) {
    plot.reshape(options);
  } else {
    plot = new Plot(byId('weights-chart'), options, (time) => showRow(time));
  }
  toggles(byId('weights-legend'), names.map((name) => ({ name, shown: !hidden.has(name), swatch: areaSwatch(colourOf(name)) })), toggle);
  byId('weights-legend').querySelectorAll('button').forEach((button, i) => {
    button.dataset.strategy = names[i];
    button.append(el('span', { class: 'value' }));
  });
  drawRegimeLegend();
}

function toggle({ name }, shown) {
  hidden[shown ? 'delete' : 'add'](name);
  plot.draw(stacked());
}

/** The highest sum is painted first, so that no gap shows between two areas. */
function shape() {
  return {
    height: 340, padding: [MARGIN + 6, 32, 0, 0], axes: [valueAxis((value) => percent(value, 0))],
    scales: { y: { range: [0, 1] } },
    series: [...names].reverse().map((name) => ({
      label: name, width: 0, points: { show: false }, fill: () => paintOf(name), paths: uPlot.paths.stepped({ align: 1 }),
    })),
    hooks: { draw: [(chart) => drawMarks(chart, rows.map(({ t, r, d }) => ({ time: t, regime: r, decision: d })))] },
  };
}

/** Sums from the first shown strategy up, the last first; the last row again at the end of time. */
function stacked() {
  const times = rows.map(({ t }) => t);
  const sums = names.map(() => new Array(rows.length));
  rows.forEach(({ w }, r) => {
    let sum = 0;
    names.forEach((name, i) => {
      sum += hidden.has(name) ? 0 : w[i] || 0;
      sums[i][r] = sum;
    });
  });
  if (end > times[times.length - 1]) {
    times.push(end);
    sums.forEach((column) => column.push(column[column.length - 1]));
  }
  return [times, ...sums.reverse()];
}

/** The row in force at a time: the newest at null. */
function rowAt(time) {
  let low = 0;
  let high = rows.length;
  while (time !== null && low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle].t <= time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return time === null ? rows[rows.length - 1] : rows[low - 1];
}

function showRow(time) {
  const row = rowAt(time);
  byId('weights-at').textContent = row
    ? `${time === null ? 'Newest' : 'In force'}: ${instant(row.t)} · ${sentence(row.r || 'mixed')} · ${decisionName(row.d)}${isNumber(row.u) ? `, turnover asked for ${percent(row.u, 0)}` : ''}${isNumber(row.c) ? `, confidence ${percent(row.c, 0)}` : ''}`
    : '';
  byId('weights-legend').querySelectorAll('button').forEach((button, i) => {
    button.lastChild.textContent = row ? percent(row.w[i] || 0) : '';
    button.classList.toggle('nothing', !row || !row.w[i]);
  });
}

function drawRegimeLegend() {
  byId('regime-legend').replaceChildren(el('span', { class: 'label' }, 'Regime'),
    ...Object.entries(REGIME_VARIABLES).map(([regime, variable]) => el('span', {}, areaSwatch(`var(${variable})`), sentence(regime))),
    el('span', {}, '▼ or long stroke: weights changed'), el('span', {}, 'short stroke: held'));
}

function words() {
  if (rows.length === 0) {
    return 'No weights in the history yet.';
  }
  const shown = rows.filter(({ t }) => t >= view.from && t <= view.to);
  const held = shown.filter(({ d }) => String(d).startsWith('HELD')).length;
  const changes = shown.filter(({ r }, i) => i > 0 && r !== shown[i - 1].r).length;
  const newest = rows[rows.length - 1];
  const largest = names.map((name, i) => [name, newest.w[i] || 0]).sort((a, b) => b[1] - a[1]).slice(0, 3).filter(([, weight]) => weight > 0);
  return `${plural(shown.length, 'decision')} in sight, of which ${number(held)} held the weights; the regime changed ${plural(changes, 'time')}. Now the largest are ${largest.map(([name, weight]) => `${name} ${percent(weight)}`).join(', ')}, in a ${String(newest.r || 'mixed').toLowerCase()} market. Drag over the chart to zoom.`;
}

function table() {
  const newest = rows.slice(-TABLE_ROWS).reverse();
  return dataTable(`Weights, the newest ${newest.length} records`, ['Time', 'Regime', 'Decision', 'Turnover', 'Confidence', ...names],
    newest.map(({ t, r, d, u, c, w }) => [instant(t), sentence(r || ''), decisionName(d), percent(u, 0), percent(c, 0), ...names.map((name, i) => percent(w[i] || 0))]));
}
