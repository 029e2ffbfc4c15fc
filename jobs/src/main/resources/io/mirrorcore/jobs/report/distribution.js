// How often a bar brought how much: a histogram of one track, quantiles of several.
function showDistribution() {
  const shapes = breakdown.distributions || [];
  byId('distribution').hidden = shapes.length === 0;
  if (shapes.length === 0) {
    return;
  }
  byId('distribution-controls').replaceChildren(choice('Track', shapes.map((shape, i) => [i, shape.track]), 0, (i) => drawHistogram(shapes[i])));
  drawHistogram(shapes[0]);
  const levels = shapes[0].quantiles.map((quantile) => quantile.level);
  byId('quantiles-table').replaceChildren(table([
    { head: 'Return of a bar', cell: ({ shape }) => shape.track },
    ...levels.map((level, i) => ({ head: levelName(level), cell: ({ shape }) => signedPercent(shape.quantiles[i].value, 2) })),
    { head: 'Skew', cell: ({ shape }) => signed(shape.skewness) },
    { head: 'Kurtosis', sub: 'normal: 3', cell: ({ shape }) => number(shape.kurtosis, 1) },
  ], shapes.map((shape, i) => ({ shape, class: i === 0 ? 'chief' : '' })), 'Quantiles of the returns of a bar'));
}

const levelName = (level) => level === 0 ? 'Worst' : level === 1 ? 'Best' : level === 0.5 ? 'Median' : percent(level, 0);

/** Bars from zero up; what is beyond the ends is one bar at each, and named. */
function drawHistogram(shape) {
  const { from, width, counts, below, above } = shape.histogram;
  const bins = [...(below ? [{ count: below, at: -1 }] : []), ...counts.map((count, i) => ({ count, at: i })), ...(above ? [{ count: above, at: counts.length }] : [])];
  const first = bins[0].at;
  const most = Math.max(...bins.map((bin) => bin.count), 1);
  const share = 100 / bins.length;
  const x = (value) => ((value - from) / width - first) * share;
  const height = 200;
  const bars = bins.map((bin, i) => svg('rect', {
    class: from + (bin.at + 0.5) * width < 0 ? 'loss' : 'gain', x: `${i * share + 0.08 * share}%`, width: `${0.84 * share}%`,
    y: height * (1 - bin.count / most), height: (height * bin.count) / most,
  }, svg('title', {}, binName(bin, shape.histogram))));
  const last = from + counts.length * width;
  const marks = ticks(from, last, 5).map((mark) => Math.abs(mark) < 1e-12 ? 0 : mark);
  const digits = Math.min(4, Math.max(0, ...marks.map((mark) => decimalsOf(Number((100 * mark).toPrecision(3))))));
  byId('distribution-chart').replaceChildren(
    svg('svg', { class: 'histogram', width: '100%', height: height + 26, role: 'img',
        'aria-label': `Histogram of the returns of ${shape.track}`, 'aria-describedby': 'distribution-caption' },
      bars,
      svg('line', { class: 'base', x1: 0, x2: '100%', y1: height, y2: height }),
      marks.flatMap((mark) => [
        svg('line', { class: mark === 0 ? 'zero' : 'mark', x1: `${x(mark)}%`, x2: `${x(mark)}%`, y1: mark === 0 ? 0 : height, y2: height + 5 }),
        svg('text', { x: `${x(mark)}%`, y: height + 20, 'text-anchor': x(mark) < 4 ? 'start' : x(mark) > 96 ? 'end' : 'middle' }, signedPercent(mark, digits)),
      ])));
  byId('distribution-caption').textContent = histogramWords(shape);
}

function binName(bin, { from, width, counts }) {
  const edge = (i) => signedPercent(from + i * width, 2);
  const where = bin.at < 0 ? `below ${edge(0)}` : bin.at >= counts.length ? `${edge(counts.length)} and above` : `${edge(bin.at)} to ${edge(bin.at + 1)}`;
  return `${where}: ${plural(bin.count, 'bar')}`;
}

function histogramWords(shape) {
  const { below, above, counts, from, width } = shape.histogram;
  const value = (level) => signedPercent(shape.quantiles.find((quantile) => quantile.level === level).value, 2);
  const tails = [below ? `${plural(below, 'bar')} below ${signedPercent(from, 2)}` : '', above ? `${plural(above, 'bar')} above ${signedPercent(from + counts.length * width, 2)}` : ''].filter(Boolean).join(' and ');
  return `Returns of a bar of ${shape.track}: half of them lie between ${value(0.25)} and ${value(0.75)}, nine in ten between ${value(0.05)} and ${value(0.95)}; worst ${value(0)}, best ${value(1)}.${tails ? ` The outermost columns hold ${tails}.` : ''}`;
}
