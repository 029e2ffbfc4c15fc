// A chart over time: uPlot with the shared window, the page's colours and a readout that is its legend.
// Colours are asked for at every drawing, so that a change of the colour scheme needs only a redraw.

import { live, view, zoom, onWindow } from './timeline.js';

const plots = new Set();

onWindow(() => plots.forEach((plot) => plot.applyWindow()));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => plots.forEach((plot) => plot.chart && plot.chart.redraw(false)));

const utc = (millis) => uPlot.tzDate(new Date(millis), 'Etc/UTC');

/** An axis of values on the left, written by `format`. */
export const valueAxis = (format, size = 58) => ({
  stroke: () => colour('--soft'), font: '12px Arial, Liberation Sans, sans-serif', size, space: 34, gap: 6,
  grid: { stroke: () => colour('--rule'), width: 0.7 }, ticks: { show: false },
  values: (chart, splits) => splits.map(format),
});

/** Below the chart: times of day, and the day where it begins or changes. Nothing where another chart has it. */
const timeAxis = (bare) => ({
  stroke: () => colour('--soft'), font: '12px Arial, Liberation Sans, sans-serif', space: 74, size: bare ? 8 : 40,
  grid: { show: false }, ticks: { show: !bare, stroke: () => colour('--rule'), width: 1, size: 5 },
  values: (chart, splits) => splits.map((millis, i) => (bare ? '' : timeLabel(millis, splits[i - 1], splits.length > 1 ? splits[1] - splits[0] : view.to - view.from))),
});

function timeLabel(millis, before, step) {
  const text = new Date(millis).toISOString();
  const sameDay = before !== undefined && new Date(before).toISOString().slice(0, 10) === text.slice(0, 10);
  const time = text.slice(11, step < 60_000 ? 19 : 16);
  return step >= 86_400_000 ? text.slice(0, 10) : sameDay ? time : `${time}\n${text.slice(0, 10)}`;
}

export class Plot {
  /**
   * @param node where it is drawn; focusable, so that arrows can move the crosshair
   * @param options height, axes, scales, series, plugins as uPlot has them
   * @param pointed called with the time under the crosshair, or null where there is none
   */
  constructor(node, options, pointed) {
    this.node = node;
    this.options = options;
    this.pointed = pointed;
    this.chart = null;
    this.data = null;
    plots.add(this);
    new ResizeObserver(() => this.resize()).observe(node);
    node.addEventListener('keydown', (event) => this.key(event));
    node.addEventListener('blur', () => this.point(null));
  }

  /** @param data times in milliseconds, then a column per series */
  draw(data) {
    this.data = data;
    if (!this.chart) {
      this.chart = new uPlot(this.full(), data, this.node);
      this.applyWindow();
    } else {
      this.chart.batch(() => {
        this.chart.setData(data, false);
        this.applyWindow();
      });
    }
  }

  /** Other series than before: the chart is made anew. */
  reshape(options) {
    this.options = options;
    if (this.chart) {
      this.chart.destroy();
      this.chart = null;
    }
  }

  applyWindow() {
    if (this.chart && view.to > view.from) {
      this.chart.setScale('x', { min: view.from, max: view.to });
    }
  }

  full() {
    const { height, series, axes, scales, padding = [6, 32, 0, 0], hooks = {}, bare = false } = this.options;
    return {
      width: Math.max(200, this.node.clientWidth), height, ms: 1, tzDate: utc, padding,
      legend: { show: false }, series: [{}, ...series], axes: [timeAxis(bare), ...axes],
      scales: { x: { time: true }, ...scales },
      cursor: { drag: { x: true, y: false, setScale: false, dist: 6 }, points: { show: false }, y: false, bind: { dblclick: () => () => live() }, sync: { key: 'time', scales: ['x', null] } },
      select: { show: true },
      hooks: { ...hooks, setSelect: [(chart) => this.selected(chart)], setCursor: [(chart) => this.pointed(chart.cursor.left < 0 ? null : chart.posToVal(chart.cursor.left + 0.5, 'x'))] },
    };
  }

  selected(chart) {
    const { left, width } = chart.select;
    if (width > 6) {
      zoom(chart.posToVal(left, 'x'), chart.posToVal(left + width, 'x'));
    }
    chart.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  }

  resize() {
    const width = this.node.clientWidth;
    if (this.chart && width > 0 && width !== this.chart.width) {
      this.chart.setSize({ width, height: this.options.height });
    }
  }

  /** Arrows move the crosshair from record to record, Home and End to the edges of what is shown. */
  key(event) {
    const steps = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10, Home: -Infinity, End: Infinity, Escape: null };
    if (!(event.key in steps) || !this.chart || this.data[0].length === 0) {
      return;
    }
    event.preventDefault();
    const step = steps[event.key];
    this.point(step === null ? null : this.within((this.chart.cursor.idx ?? this.data[0].length - (step < 0 ? 0 : 1)) + step));
  }

  within(index) {
    const times = this.data[0];
    const first = Math.max(0, times.findIndex((time) => time >= view.from));
    const after = times.findIndex((time) => time > view.to);
    return Math.min(Math.max(index, first), (after < 0 ? times.length : Math.max(1, after)) - 1);
  }

  point(index) {
    if (this.chart) {
      const left = index === null ? -10 : this.chart.valToPos(this.data[0][index], 'x');
      this.chart.setCursor({ left, top: index === null ? -10 : 10 });
    }
  }
}
