// Several runs as the page knows them, and what their charts have in common.
const compared = JSON.parse(document.getElementById('data').textContent);
const runs = compared.runs.map((run, i) => ({ ...run, i, href: `run/${i + 1}/`, shown: true }));
const report = runs[0].report; // for format.js, which asks how long a bar is

const LINES = ['--ensemble', '--equal', '--inverse', '--compared', '--hold', '--evidence', '--overlay', '--cash'];
const DASHES = [[], [7, 3], [2, 2.5], [9, 3, 2, 3]];
const lineOf = (run) => ({ variable: LINES[run.i % LINES.length], dash: DASHES[run.i % DASHES.length], width: run.i === 0 ? 2.2 : 1.6 });

const trackOf = (run, name) => run.report.tracks.find((track) => track.name === name);

/** [time, value] of a series by bar, whose times are steps of the run's clock. */
function pointsOf(run, series) {
  const { clock } = run.report;
  const steps = (series && series.t) || clock.t;
  let time = clock.base;
  return series ? series.v.map((value, k) => {
    time += steps[k] * clock.unit;
    return [time, value];
  }) : [];
}

/** [time, weight] in steps: a weight holds until the next, the last to the end of the run. */
function weightPoints(run, strategy) {
  const { weights, to } = run.report;
  const column = weights ? weights.strategies.indexOf(strategy) : -1;
  return column < 0 ? [] : weights.times.flatMap((time, r) => [
    [time, weights.values[r][column]],
    [r + 1 < weights.times.length ? weights.times[r + 1] : Math.max(time, to), weights.values[r][column]],
  ]);
}

/** The last value at or before a time; null before the first. */
function valueAt(points, time) {
  const found = points.findIndex(([t]) => t > time);
  const last = found < 0 ? points.length - 1 : found - 1;
  return last < 0 ? null : points[last][1];
}

const axisText = () => ({ color: colour('--soft'), fontFamily: getComputedStyle(document.body).getPropertyValue('--sans'), fontSize: 12 });

/** A chart of one line a run. */
function linesOption(pointsOfRun, text, tick) {
  const shown = runs.filter((run) => run.shown).map((run) => ({ run, points: pointsOfRun(run) }));
  const rule = { lineStyle: { color: colour('--rule') } };
  const label = axisText();
  return {
    useUTC: true, animation: false, textStyle: label,
    grid: [{ left: 58, right: 12, top: 12, bottom: 30 }],
    xAxis: [{ type: 'time', min: Math.min(...runs.map((run) => run.report.from)), max: Math.max(...runs.map((run) => run.report.to)),
      axisLine: { ...rule, onZero: false }, axisTick: rule, axisLabel: { ...label, hideOverlap: true }, splitLine: { show: false } }],
    yAxis: [{ type: 'value', scale: true, splitNumber: 4, axisLine: { show: false }, axisTick: { show: false },
      splitLine: { lineStyle: { color: colour('--rule'), width: 0.7 } }, axisLabel: { ...label, formatter: tick } }],
    tooltip: {
      trigger: 'axis', confine: true, transitionDuration: 0, padding: [8, 11], backgroundColor: colour('--card'), borderColor: colour('--rule'),
      textStyle: { ...label, color: colour('--ink') },
      formatter: (params) => {
        const time = (Array.isArray(params) ? params[0] : params).axisValue;
        return el('div', { class: 'readout' }, el('p', {}, el('strong', {}, moment(time))),
          el('table', {}, el('tbody', {}, shown.map(({ run, points }) => {
            const { variable, dash, width } = lineOf(run);
            return el('tr', {}, el('td', {}, lineSwatch(variable, dash, width)), el('th', {}, run.name), el('td', {}, text(valueAt(points, time))));
          }))));
      },
    },
    series: shown.map(({ run, points }) => {
      const { variable, dash, width } = lineOf(run);
      return { type: 'line', name: run.name, data: points, symbol: 'none', silent: true, color: colour(variable),
        lineStyle: { width, type: dash.length ? dash : 'solid', color: colour(variable) } };
    }),
  };
}
