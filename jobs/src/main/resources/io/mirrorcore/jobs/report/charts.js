// The charts over time. All share one window of time; each is drawn anew from `view` when it changes.
const view = { log: false, compared: null, hidden: new Set(), rolling: 'rollingSharpe', start: 0, end: 100, narrow: window.innerWidth < 600, printing: false };

const STYLES = {
  ENSEMBLE: { variable: '--ensemble', dash: [], width: 2.2 },
  ENSEMBLE_WITH_CASH: { variable: '--cash', dash: [], width: 1.3 },
  GUIDE: { variable: '--ensemble', dash: [2, 2.5], width: 1.6 },
  UNSIZED: { variable: '--ensemble', dash: [1, 3], width: 1.3 },
  OTHER_WEIGHTS: { variable: '--ensemble', dash: [7, 3], width: 1.3 },
  EVIDENCE: { variable: '--evidence', dash: [], width: 1.6 },
  OVERLAY: { variable: '--overlay', dash: [], width: 1.6 },
  EQUAL_WEIGHT: { variable: '--equal', dash: [7, 3], width: 1.6 },
  EQUAL_WEIGHT_WITH_HOLD: { variable: '--equal', dash: [2, 2.5], width: 1.3 },
  HOLD: { variable: '--hold', dash: [], width: 1.3 },
  HOLD_AT_VOLATILITY: { variable: '--hold', dash: [7, 3], width: 1.3 },
  INVERSE_VOLATILITY: { variable: '--inverse', dash: [2, 2.5], width: 1.6 },
  BENCHMARK: { variable: '--compared', dash: [], width: 1.3 },
  STRATEGY: { variable: '--compared', dash: [9, 3, 2, 3], width: 1.6 },
};

/** CSS pixels on paper: A4 less the margins of report.css. */
const PRINTED = { equity: [680, 430], rolling: [680, 210], weights: [680, 320] };

const charts = {};

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
    type: 'line', name: track.name, data, xAxisIndex: axis, yAxisIndex: axis, symbol: 'none', silent: true, emphasis: { disabled: true },
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
