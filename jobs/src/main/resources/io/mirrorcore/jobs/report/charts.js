// The charts over time. All share one window of time; each is drawn anew from `view` when it changes.
const view = { log: false, compared: null, hidden: new Set(), start: 0, end: 100, narrow: window.innerWidth < 600, printing: false };

const STYLES = {
  ENSEMBLE: { variable: '--ensemble', dash: [], width: 2.2 },
  ENSEMBLE_WITH_CASH: { variable: '--cash', dash: [], width: 1.3 },
  EQUAL_WEIGHT: { variable: '--equal', dash: [7, 3], width: 1.6 },
  INVERSE_VOLATILITY: { variable: '--inverse', dash: [2, 2.5], width: 1.6 },
  STRATEGY: { variable: '--compared', dash: [9, 3, 2, 3], width: 1.6 },
};

const AREA_COLOURS = [
  '#4e79a7', '#f28e2b', '#59a14f', '#e15759', '#b07aa1', '#76b7b2', '#edc948', '#9c755f', '#ff9da7',
  '#1f5a92', '#b85c00', '#2c7d3f', '#a8323a', '#6d4a8c', '#2f8a86', '#a58a10', '#5e4332', '#c9577f',
  '#8a8f98',
];

/** Colours beyond the list go round the circle by the golden angle. */
const areaColour = (i) => AREA_COLOURS[i] || `hsl(${(i * 137.508) % 360}, 45%, 50%)`;

const REGIME_VARIABLES = { TRENDING: '--trending', RANGING: '--ranging', VOLATILE: '--volatile' };

/** CSS pixels on paper: A4 less the margins of report.css. */
const PRINTED = { equity: [680, 430], rolling: [680, 210], weights: [680, 320] };

const charts = {};

const colour = (variable) => getComputedStyle(document.documentElement).getPropertyValue(variable).trim();

function startCharts() {
  for (const [name, option] of [
    ['equity', equityOption], ['rolling', rollingOption], ...(hasWeights ? [['weights', weightsOption]] : []),
  ]) {
    const node = byId(`${name}-chart`);
    const chart = echarts.init(node, null, { renderer: 'canvas', devicePixelRatio: Math.max(2, window.devicePixelRatio) });
    charts[name] = { chart, option, node };
    chart.on('datazoom', (event) => moved(name, event.batch ? event.batch[0] : event));
    new ResizeObserver(() => resized(chart)).observe(node);
  }
  drawCharts();
}

function drawCharts() {
  for (const { chart, option } of Object.values(charts)) {
    chart.setOption(option(), { notMerge: true });
  }
}

/** One chart's window has changed: the others follow. */
function moved(name, { start, end }) {
  if (Math.abs(start - view.start) < 1e-9 && Math.abs(end - view.end) < 1e-9) {
    return;
  }
  view.start = start;
  view.end = end;
  for (const [other, { chart }] of Object.entries(charts)) {
    if (other !== name) {
      chart.dispatchAction({ type: 'dataZoom', dataZoomIndex: 0, start, end });
    }
  }
  if (view.log) {
    charts.equity.chart.setOption(logarithmicParts());
  }
  markRange();
}

function show(start, end) {
  const width = Math.min(100, Math.max(0.5, end - start));
  view.start = Math.min(100 - width, Math.max(0, start));
  view.end = view.start + width;
  markRange();
  drawCharts();
}

const isNarrow = () => !view.printing && window.innerWidth < 600;

/** A phone turned on its side needs other margins and labels, not only another width. */
function resized(chart) {
  if (view.printing) {
    return;
  }
  chart.resize();
  if (view.narrow !== isNarrow()) {
    view.narrow = isNarrow();
    drawCharts();
  }
}

/** What all charts over time have in common. */
function common(bottom) {
  const text = { color: colour('--soft'), fontFamily: getComputedStyle(byId('equity-chart')).fontFamily, fontSize: 12 };
  return {
    useUTC: true,
    animation: false,
    textStyle: text,
    axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: colour('--soft') }, label: { show: false } },
    tooltip: {
      trigger: 'axis',
      confine: true,
      transitionDuration: 0,
      padding: [8, 11],
      backgroundColor: colour('--card'),
      borderColor: colour('--rule'),
      textStyle: { color: colour('--ink'), fontFamily: text.fontFamily, fontSize: 12.5 },
    },
    dataZoom: [
      {
        type: 'slider', xAxisIndex: 'all', start: view.start, end: view.end, height: 14, bottom, showDataShadow: false,
        show: !view.printing, brushSelect: false, showDetail: false, borderColor: colour('--rule'), backgroundColor: 'transparent',
        fillerColor: colour('--wash-strong'), borderRadius: 7, handleIcon: 'circle', handleSize: 15,
        handleStyle: { color: colour('--paper'), borderColor: colour('--soft'), borderWidth: 1.2 }, moveHandleSize: 0, left: 66, right: 12,
      },
      {
        type: 'inside', xAxisIndex: 'all', start: view.start, end: view.end, zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false,
        moveOnMouseMove: false, preventDefaultMouseMove: false,
      },
    ],
  };
}

function timeAxis(gridIndex, labels) {
  return {
    type: 'time', gridIndex, min: report.from, max: report.to, axisLine: { lineStyle: { color: colour('--rule') } },
    axisTick: { show: labels, lineStyle: { color: colour('--rule') } }, splitLine: { show: false },
    axisLabel: { show: labels, color: colour('--soft'), hideOverlap: true, fontSize: 12 },
  };
}

function valueAxis(gridIndex, formatter, more = {}) {
  return {
    type: 'value', gridIndex, scale: true, splitNumber: 4, axisLine: { show: false }, axisTick: { show: false },
    splitLine: { lineStyle: { color: colour('--rule'), width: 0.7 } },
    axisLabel: { formatter, color: colour('--soft'), fontSize: 12 }, ...more,
  };
}

/** The lines to draw: portfolios, and the strategy compared with. */
function shownTracks() {
  return [...portfolios, ...(view.compared ? [view.compared] : [])].filter((track) => !view.hidden.has(track));
}

function trackLine(track, data, axis, more = {}) {
  const { variable, dash, width } = STYLES[track.kind];
  return {
    type: 'line', name: track.name, data, xAxisIndex: axis, yAxisIndex: axis, symbol: 'none', silent: true,
    z: track.kind === 'ENSEMBLE' ? 5 : 3, color: colour(variable),
    lineStyle: { width: axis === 0 ? width : 0.8 * width, type: dash.length ? dash : 'solid', color: colour(variable) }, ...more,
  };
}

/** A line that nobody sees, to hang bands on, whatever lines are shown. */
function bandCarrier(axis, strength) {
  return {
    type: 'line', name: 'regimes', id: `bands-${axis}`, xAxisIndex: axis, yAxisIndex: axis, data: [], silent: true,
    markArea: {
      silent: true, animation: false,
      data: bands.filter(([, , regime]) => REGIME_VARIABLES[regime]).map(([from, to, regime]) => [
        { xAxis: from, itemStyle: { color: colour(REGIME_VARIABLES[regime]), opacity: strength } }, { xAxis: to }]),
    },
  };
}

const bandStrength = () => Number(colour('--band-strength'));

function equityOption() {
  const lines = shownTracks();
  const narrow = isNarrow();
  const left = narrow ? 52 : 66;
  const base = common(6);
  const option = {
    ...base,
    grid: [{ left, right: 12, top: 14, height: '56%' }, { left, right: 12, top: '66%', bottom: view.printing ? 26 : 58 }],
    xAxis: [timeAxis(0, false), timeAxis(1, true)],
    yAxis: [
      valueAxis(0, narrow ? thousands : (value) => number(value)),
      valueAxis(1, (value) => percent(value, 0), { max: 0, splitNumber: 2 }),
    ],
    series: [
      bandCarrier(0, bandStrength()),
      ...lines.map((track) => trackLine(track, capital(track), 0)),
      ...lines.map((track) => trackLine(track, line(track, 'drawdown'), 1,
        track.kind === 'ENSEMBLE' ? { areaStyle: { color: colour('--ensemble'), opacity: 0.12, origin: 'auto' } } : {})),
    ],
  };
  if (lines.length > 0 && view.log) {
    const log = logarithmicParts();
    Object.assign(option.yAxis[0], log.yAxis[0], { axisLabel: { show: false }, splitLine: { show: false } });
    option.series.push(log.series[0]);
  }
  option.dataZoom[0].left = left;
  option.tooltip.formatter = readout(lines, (track, time) => [
    number(valueAt(line(track, 'equity'), time)), percent(valueAt(line(track, 'drawdown'), time))], ['capital', 'drawdown']);
  return option;
}

const thousands = (value) => (Math.abs(value) >= 10_000 ? `${number(value / 1000)}k` : number(value));

const capital = (track) => view.log
  ? line(track, 'equity').map(([time, value]) => [time, value > 0 ? Math.log10(value) : null])
  : line(track, 'equity');

/** The axis of logarithms, whose lines stand at round amounts of capital within the window. */
function logarithmicParts() {
  const from = report.from + ((report.to - report.from) * view.start) / 100;
  const to = report.from + ((report.to - report.from) * view.end) / 100;
  let low = Infinity;
  let high = 0;
  shownTracks().forEach((track) => line(track, 'equity').forEach(([time, value]) => {
    if (time >= from && time <= to && value > 0) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }));
  if (!(high > 0)) {
    return { yAxis: [{}], series: [] };
  }
  const pad = Math.max(0.03 * Math.log10(high / low), 0.001);
  return {
    yAxis: [{ min: Math.log10(low) - pad, max: Math.log10(high) + pad }, {}],
    series: [{
      type: 'line', id: 'log-lines', name: 'log-lines', data: [], silent: true, xAxisIndex: 0, yAxisIndex: 0,
      markLine: {
        silent: true, symbol: 'none', animation: false, lineStyle: { color: colour('--rule'), width: 0.7, type: 'solid' },
        label: { position: 'start', distance: 8, color: colour('--soft'), fontSize: 12 },
        data: roundAmounts(low, high).map((amount) => ({
          yAxis: Math.log10(amount), label: { formatter: isNarrow() ? thousands(amount) : number(amount) } })),
      },
    }],
  };
}

function roundAmounts(low, high) {
  if (high / low < 4) {
    return ticks(low, high, 5);
  }
  const amounts = [];
  const mantissas = high / low < 300 ? [1, 2, 5] : [1];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
    amounts.push(...mantissas.map((m) => m * 10 ** power).filter((a) => a >= low && a <= high));
  }
  return amounts;
}

function rollingOption() {
  const lines = shownTracks();
  const option = {
    ...common(6),
    grid: [{ left: isNarrow() ? 52 : 66, right: 12, top: 12, bottom: view.printing ? 26 : 58 }],
    xAxis: [{ ...timeAxis(0, true), axisLine: { onZero: false, lineStyle: { color: colour('--rule') } } }],
    yAxis: [valueAxis(0, (value) => number(value, value % 1 ? 1 : 0))],
    series: [
      { ...bandCarrier(0, bandStrength()), markLine: {
        silent: true, symbol: 'none', label: { show: false }, animation: false, data: [{ yAxis: 0 }],
        lineStyle: { color: colour('--soft'), width: 1, type: 'solid' } } },
      ...lines.map((track) => trackLine(track, line(track, 'rollingSharpe'), 0)),
    ],
  };
  option.dataZoom[0].left = option.grid[0].left;
  option.tooltip.formatter = readout(lines, (track, time) => [signed(valueAt(line(track, 'rollingSharpe'), time))], ['rolling Sharpe']);
  return option;
}

/** [time, weight] of a strategy in steps: a row holds until the next, the last to the end of the run. */
function weightLine(i) {
  const { times, values } = report.weights;
  return times.flatMap((time, r) => [
    [time, values[r][i]],
    [r + 1 < times.length ? times[r + 1] : Math.max(time, report.to), values[r][i]],
  ]);
}

function weightsOption() {
  const { strategies: names, times, values } = report.weights;
  const left = isNarrow() ? 52 : 66;
  const option = {
    ...common(6),
    grid: [{ left, right: 12, top: 30, bottom: view.printing ? 26 : 58 }, { left, right: 12, top: 12, height: 10 }],
    xAxis: [timeAxis(0, true), { ...timeAxis(1, false), axisLine: { show: false } }],
    yAxis: [
      valueAxis(0, (value) => percent(value, 0), { min: 0, max: 1, interval: 0.25 }),
      { type: 'value', gridIndex: 1, show: false, min: 0, max: 1 },
    ],
    series: [
      bandCarrier(1, 0.85),
      ...names.map((name, i) => ({
        type: 'line', name, stack: 'weights', symbol: 'none', silent: true, xAxisIndex: 0, yAxisIndex: 0,
        data: view.hidden.has(name) ? [] : weightLine(i), color: areaColour(i),
        lineStyle: { width: 0 }, areaStyle: { color: areaColour(i), opacity: 0.9 },
      })).filter((series) => series.data.length > 0),
    ],
  };
  option.dataZoom[0].left = left;
  // Rows are far apart: a window between two of them still shows what they hold.
  option.dataZoom.forEach((zoom) => Object.assign(zoom, { filterMode: 'none' }));
  option.tooltip.formatter = (params) => {
    const time = pointed(params);
    const row = values[Math.max(0, lastAt(times, time))];
    const held = names.map((name, i) => ({ name, weight: row[i], i })).filter(({ weight }) => weight >= 0.0005).sort((a, b) => b.weight - a.weight);
    const top = held.slice(0, 9);
    const rest = held.slice(9).reduce((sum, { weight }) => sum + weight, 0);
    const rows = top.map(({ name, weight, i }) => el('tr', {}, el('td', {}, areaSwatch(areaColour(i))), el('th', {}, name), el('td', {}, percent(weight))));
    if (rest > 0) {
      rows.push(el('tr', {}, el('td', {}), el('th', {}, `${held.length - 9} more`), el('td', {}, percent(rest))));
    }
    return card(time, rows);
  };
  return option;
}

const lastAt = (times, time) => {
  const found = times.findIndex((t) => t > time);
  return (found < 0 ? times.length : found) - 1;
};

const pointed = (params) => (Array.isArray(params) ? params[0] : params).axisValue;

function readout(lines, texts, heads) {
  return (params) => {
    const time = pointed(params);
    const rows = lines.map((track) => {
      const { variable, dash, width } = STYLES[track.kind];
      return el('tr', {}, el('td', {}, lineSwatch(variable, dash, width)), el('th', {}, track.name),
        texts(track, time).map((text) => el('td', {}, text)));
    });
    return card(time, [el('tr', { class: 'heads' }, el('td', {}), el('th', {}), heads.map((head) => el('td', {}, head))), ...rows]);
  };
}

function card(time, rows) {
  const regime = regimeAt(time);
  return el('div', { class: 'readout' },
    el('p', {}, el('strong', {}, moment(time)), regime ? ` · ${sentence(regime)}` : ''),
    el('table', {}, el('tbody', {}, rows)));
}

/** On paper: light, as wide as the sheet, without what only a pointer can use. */
function preparePrint(printing) {
  if (view.printing === printing) {
    return;
  }
  view.printing = printing;
  document.documentElement.classList.toggle('printing', printing);
  for (const [name, { chart, option }] of Object.entries(charts)) {
    const [width, height] = printing ? PRINTED[name] : ['auto', 'auto'];
    chart.resize({ width, height });
    chart.setOption(option(), { notMerge: true });
    chart.getZr().flush();
  }
}
