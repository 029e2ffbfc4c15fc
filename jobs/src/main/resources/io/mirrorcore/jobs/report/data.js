// The run as the page knows it: report.json with long series thinned (see PageData.java).
const report = JSON.parse(document.getElementById('data').textContent);

const tracks = report.tracks || [];
const ofKind = (kind) => tracks.find((track) => track.kind === kind);
const ensemble = ofKind('ENSEMBLE');
const equalWeight = ofKind('EQUAL_WEIGHT');
const portfolios = tracks.filter((track) => track.kind !== 'STRATEGY');
const strategies = tracks.filter((track) => track.kind === 'STRATEGY');

const hasWeights = Boolean(report.weights && report.weights.times.length > 0);

const clock = report.clock;
const isShort = (report.bars || report.clock.bars) < 0.25 * report.barsPerYear;
const years = (report.bars || clock.bars) / report.barsPerYear;

/** [time, value] of a series, whose times are steps of the clock's unit; null where it has none. */
function points(series) {
  if (!series) {
    return [];
  }
  const steps = series.t || clock.t;
  let time = clock.base;
  return series.v.map((value, i) => {
    time += steps[i] * clock.unit;
    return [time, value];
  });
}

const cache = new Map();

/** The points of a track's series, decoded once. */
function line(track, field) {
  const key = `${tracks.indexOf(track)}/${field}`;
  if (!cache.has(key)) {
    cache.set(key, points(track[field]));
  }
  return cache.get(key);
}

/** The last value at or before a time; null before the first. */
function valueAt(series, time) {
  let low = 0;
  let high = series.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (series[middle][0] <= time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low > 0 ? series[low - 1][1] : null;
}

const REGIMES = ['TRENDING', 'RANGING', 'VOLATILE', 'MIXED'];
const bands = (report.regimes && report.regimes.bands) || [];

function regimeAt(time) {
  const band = bands.find(([from, to], i) => from <= time && (time < to || i === bands.length - 1));
  return band ? band[2] : null;
}

/** Share of the time by regime, in the order of REGIMES, those that never held left out. */
function regimeShares() {
  const millis = (report.regimes && report.regimes.millis) || {};
  const total = Object.values(millis).reduce((a, b) => a + b, 0);
  return REGIMES.filter((regime) => millis[regime] > 0).map((regime) => [
    regime,
    millis[regime] / total,
  ]);
}

/** Says so where a line is drawn from fewer points than it has. */
function thinningNote(drawn) {
  const longest = Math.max(0, ...drawn.map((series) => (series && series.t ? series.v.length : 0)));
  return longest === 0
    ? ''
    : ` Drawn from at most ${number(longest)} of ${number(clock.bars)} points a line: the lowest and the highest of each stretch; report.json has them all.`;
}
