// Is it worth it? Capital and drawdown beside equal weight, and the rolling Sharpe ratio. The figures
// come from the server, of all records since the first; nothing here is computed from what is in sight.

import { Plot, valueAxis } from './plot.js';
import { instant } from './words.js';
import { dataTable, tableWhenOpen } from './table.js';

const TABLE_ROWS = 200;
const LINES = [['Ensemble', '--ensemble', []], ['Equal weight', '--equal', [7, 3]]];
const COLUMN = { capital: 1, drawdown: 3, sharpe: 5 };

let plots = null;
let equity = null;
const hidden = new Set();

export function drawEquity(panel) {
  equity = panel && panel.points.length ? panel : null;
  byId('equity-caption').textContent = equity ? words() : 'No bar with weights in force yet: capital is counted from the first one on.';
  if (!equity) {
    return;
  }
  plots = plots || start();
  redraw();
  showPoint(null);
  byId('sharpe-title').textContent = `Rolling Sharpe ratio a year, over ${plural(equity.window, 'bar')}`;
  tableWhenOpen('equity-table', table);
}

function start() {
  toggles(byId('equity-legend'), LINES.map(([name, variable, dash]) => ({ name, shown: true, swatch: lineSwatch(variable, dash, 2) })), ({ name }, shown) => {
    hidden[shown ? 'delete' : 'add'](name);
    redraw();
  });
  byId('equity-legend').querySelectorAll('button').forEach((button) => button.append(el('span', { class: 'value' })));
  const capital = valueAxis((value) => number(value, decimals(plots && plots.capital.chart)));
  return {
    capital: new Plot(byId('equity-chart'), { height: 200, bare: true, axes: [capital], scales: {}, series: lines(2) }, showPoint),
    drawdown: new Plot(byId('drawdown-chart'), { height: 100, bare: true, axes: [valueAxis((value) => percent(value, 1))], scales: { y: { range: (chart, low) => [Math.min(low ?? -0.01, -0.001), 0] } }, series: lines(1.4) }, showPoint),
    sharpe: new Plot(byId('sharpe-chart'), { height: 150, axes: [valueAxis((value) => number(value, value % 1 ? 1 : 0))], scales: {}, series: lines(1.4), hooks: { draw: [drawInterval] } }, showPoint),
  };
}

/** As many as tell the steps of the axis apart. */
function decimals(chart) {
  const { min, max } = chart ? chart.scales.y : { min: 0, max: 1 };
  return max - min < 0.02 ? 4 : max - min < 0.2 ? 3 : 2;
}

const lines = (width) => LINES.map(([label, variable, dash]) => ({
  label, width, dash, stroke: () => colour(variable), points: { show: false }, spanGaps: false,
}));

function redraw() {
  const times = equity.points.map(([t]) => t);
  for (const [name, plot] of Object.entries(plots)) {
    const sign = name === 'drawdown' ? -1 : 1;
    plot.draw([times, ...LINES.map(([line], i) => equity.points.map((point) => shownValue(line, point[COLUMN[name] + i], sign)))]);
  }
}

const shownValue = (line, value, sign) => (hidden.has(line) || !isNumber(value) ? null : sign * value);

/** The interval of the newest rolling Sharpe ratio: a whisker at its end. */
function drawInterval(chart) {
  const range = equity && equity.ensemble.rollingInterval;
  if (!range || hidden.has('Ensemble')) {
    return;
  }
  const { ctx, bbox } = chart;
  const x = chart.valToPos(equity.points[equity.points.length - 1][0], 'x', true) - 3 * uPlot.pxRatio;
  const clamp = (y) => Math.min(Math.max(y, bbox.top), bbox.top + bbox.height);
  ctx.save();
  ctx.strokeStyle = colour('--ensemble');
  ctx.setLineDash([]);
  ctx.lineWidth = 3 * uPlot.pxRatio;
  ctx.globalAlpha = 0.55;
  ctx.beginPath();
  ctx.moveTo(x, clamp(chart.valToPos(range.low, 'y', true)));
  ctx.lineTo(x, clamp(chart.valToPos(range.high, 'y', true)));
  ctx.stroke();
  ctx.restore();
}

function pointAt(time) {
  const { points } = equity;
  if (time === null) {
    return points[points.length - 1];
  }
  const after = points.findIndex(([t]) => t > time);
  return points[Math.max(0, (after < 0 ? points.length : after) - 1)];
}

function showPoint(time) {
  if (!equity) {
    return;
  }
  const point = pointAt(time);
  byId('equity-at').textContent = `${time === null ? 'Newest' : 'At'}: ${instant(point[0])}`;
  byId('equity-legend').querySelectorAll('button').forEach((button, i) => {
    button.lastChild.textContent = `${number(point[1 + i], 4)}, drawdown ${percent(point[3 + i])}, Sharpe ${signed(point[5 + i])}`;
  });
}

function words() {
  const { ensemble, equal, bars, since, basis } = equity;
  return `Since ${instant(since)}, ${plural(bars, 'bar')}: ${trackWords('the ensemble', ensemble)}; ${trackWords('equal weight', equal)}. ${basis || ''}`;
}

function trackWords(name, { total, drawdown, maxDrawdown, sharpe, interval: range }) {
  const certain = range ? `, with ${percent(range.level, 0)} confidence in ${interval(range)}` : '';
  return `${name} made ${signedPercent(total, 2)}, is ${percent(drawdown)} below its peak (at worst ${percent(maxDrawdown)}) and has a Sharpe ratio of ${signed(sharpe)} a year${certain}`;
}

function table() {
  const newest = equity.points.slice(-TABLE_ROWS).reverse();
  return dataTable(`Capital, drawdown and rolling Sharpe ratio, the newest ${newest.length} bars`,
    ['Time', 'Ensemble', 'Equal weight', 'Drawdown', 'of equal weight', 'Rolling Sharpe', 'of equal weight'],
    newest.map(([t, ...values]) => [instant(t), ...values.slice(0, 2).map((value) => number(value, 4)), ...values.slice(2, 4).map((value) => percent(value, 2)), ...values.slice(4, 6).map((value) => signed(value))]));
}
