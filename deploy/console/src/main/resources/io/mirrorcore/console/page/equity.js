// Is it worth it? Capital and drawdown beside equal weight and the market, the rolling Sharpe ratio, and
// what was promised beside what came. The figures come from the server, which has them from the job;
// nothing here is computed from what is in sight.

import { Plot, valueAxis } from './plot.js';
import { instant } from './words.js';
import { dataTable, tableWhenOpen } from './table.js';

const TABLE_ROWS = 200;
const LINES = [['Ensemble', '--ensemble', []], ['Equal weight', '--equal', [7, 3]], ['HOLD', '--hold', [2, 3]]];
const PROMISE = [['Realised', '--ensemble', []], ['Expected', '--soft', [7, 3]]];

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
  byId('sharpe-title').textContent = `Rolling Sharpe ratio a year of the ensemble, over ${plural(equity.window, 'bar')}`;
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
    capital: new Plot(byId('equity-chart'), { height: 200, bare: true, axes: [capital], scales: {}, series: lines(LINES, 2) }, showPoint),
    drawdown: new Plot(byId('drawdown-chart'), { height: 100, bare: true, axes: [valueAxis((value) => percent(value, 1))], scales: { y: { range: (chart, low) => [Math.min(low ?? -0.01, -0.001), 0] } }, series: lines(LINES, 1.4) }, showPoint),
    sharpe: new Plot(byId('sharpe-chart'), { height: 150, bare: true, axes: [valueAxis((value) => number(value, value % 1 ? 1 : 0))], scales: {}, series: lines(LINES.slice(0, 1), 1.4), hooks: { draw: [drawInterval] } }, showPoint),
    promise: new Plot(byId('promise-chart'), { height: 120, axes: [valueAxis((value) => percent(value, 1))], scales: {}, series: lines(PROMISE, 1.4) }, showPoint),
  };
}

/** As many as tell the steps of the axis apart. */
function decimals(chart) {
  const { min, max } = chart ? chart.scales.y : { min: 0, max: 1 };
  return max - min < 0.02 ? 4 : max - min < 0.2 ? 3 : 2;
}

const lines = (which, width) => which.map(([label, variable, dash]) => ({
  label, width, dash, stroke: () => colour(variable), points: { show: false }, spanGaps: false,
}));

function redraw() {
  const { points } = equity;
  const times = points.map(([t]) => t);
  const column = (i, sign = 1) => points.map((point) => (isNumber(point[i]) ? sign * point[i] : null));
  const lineColumns = (first, sign) => LINES.map(([line], i) => (hidden.has(line) ? times.map(() => null) : column(first + i, sign)));
  plots.capital.draw([times, ...lineColumns(1)]);
  plots.drawdown.draw([times, ...lineColumns(4, -1)]);
  plots.sharpe.draw([times, hidden.has('Ensemble') ? times.map(() => null) : column(7)]);
  plots.promise.draw([times, column(9), column(8)]);
}

/** The interval of the newest rolling Sharpe ratio: a whisker at its end. */
function drawInterval(chart) {
  const range = equity && equity.rollingInterval;
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
    button.lastChild.textContent = isNumber(point[1 + i]) ? `${number(point[1 + i], 4)}, drawdown ${percent(point[4 + i])}${i ? '' : `, Sharpe ${signed(point[7])}`}` : 'not known';
  });
}

function words() {
  const { ensemble, equal, hold, bars, since, basis, expected, realised, winRate, rollingInterval } = equity;
  const newest = equity.points[equity.points.length - 1][7];
  const certain = rollingInterval ? `, with ${percent(rollingInterval.level, 0)} confidence in ${interval(rollingInterval)}` : '';
  const sharpe = isNumber(newest) ? `Its Sharpe ratio over the newest ${plural(equity.window, 'bar')} is ${signed(newest)} a year${certain}.` : '';
  const tracks = [trackWords('the ensemble', ensemble), trackWords('equal weight', equal), ...(hold ? [trackWords('HOLD', hold)] : [])];
  return `Since ${instant(since)}, ${plural(bars, 'bar')}: ${tracks.join('; ')}. ${sharpe} Of the bars with a position ${percent(winRate, 0)} gained. In the bars shown the estimates promised ${signedPercent(expected, 2)} in all, and ${signedPercent(realised, 2)} came. ${basis || ''}`;
}

function trackWords(name, { total, drawdown, maxDrawdown }) {
  return `${name} made ${signedPercent(total, 2)} and is ${percent(drawdown)} below its peak (at worst ${percent(maxDrawdown)})`;
}

function table() {
  const newest = equity.points.slice(-TABLE_ROWS).reverse();
  return dataTable(`Capital, drawdown and rolling Sharpe ratio, the newest ${newest.length} bars`,
    ['Time', 'Ensemble', 'Equal weight', 'HOLD', 'Drawdown', 'of equal weight', 'of HOLD', 'Rolling Sharpe', 'Expected, sum', 'Realised, sum'],
    newest.map(([t, ...values]) => [instant(t), ...values.slice(0, 3).map((value) => cell(value, number, 4)), ...values.slice(3, 6).map((value) => cell(value, percent, 2)), cell(values[6], signed), ...values.slice(7, 9).map((value) => cell(value, signedPercent, 2))]));
}

const cell = (value, format, digits) => (isNumber(value) ? format(value, digits) : '–');
