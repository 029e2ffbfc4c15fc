// Heatmaps are tables: their numbers can be read, selected, printed and heard.

/** A cell shaded by its share of `scale`, above zero in one colour and below in another. */
function shaded(value, scale, text, properties = {}) {
  const share = isNumber(value) && scale > 0 ? Math.min(1, Math.abs(value) / scale) : 0;
  return el('td', {
    ...properties,
    class: `heat ${value < 0 ? 'below' : 'above'} ${properties.class || ''}`,
    style: { '--share': (0.72 * share).toFixed(3) },
  }, text);
}

/** Of those that ever had a position: what never moved is alike to nothing. */
function correlations() {
  const { strategies: all, matrix } = report.correlation || { strategies: [], matrix: [] };
  const idle = all.filter((name) => tracks.some((track) => track.name === name && track.idle));
  const kept = all.map((name, i) => i).filter((i) => !idle.includes(all[i]));
  return { names: kept.map((i) => all[i]), matrix: kept.map((i) => kept.map((j) => matrix[i][j])), idle };
}

function showCorrelation() {
  const { names, matrix, idle } = correlations();
  if (names.length < 2) {
    byId('correlation').hidden = true;
    return;
  }
  byId('correlation-table').replaceChildren(el('table', { class: 'matrix' },
    el('caption', { class: 'unseen' }, 'Correlation of the strategies’ returns'),
    el('thead', {}, el('tr', {}, el('td', {}), names.map((name) => el('th', { scope: 'col' }, el('span', {}, name))))),
    el('tbody', {}, names.map((name, i) => el('tr', {}, el('th', { scope: 'row' }, breakable(name)),
      names.map((other, j) => i === j
        ? el('td', { class: 'diagonal' }, '·')
        : shaded(matrix[i][j], 1, hundredths(matrix[i][j]), { title: `${name} and ${other}: ${number(matrix[i][j], 2)}` })))))));
  byId('correlation-caption').textContent = correlationWords(names, matrix) + (idle.length ? ` Left out, since they never had a position: ${idle.join(', ')}.` : '');
}

/** 0.31 as .31, which is how a matrix stays readable. */
const hundredths = (value) => number(value, 2).replace('0.', '.');

function correlationWords(names, matrix) {
  const pairs = names.flatMap((name, i) => names.slice(i + 1).map((other, k) => ({
    name, other, value: matrix[i][i + 1 + k] }))).filter((pair) => isNumber(pair.value));
  if (pairs.length === 0) {
    return '';
  }
  const sorted = [...pairs].sort((a, b) => a.value - b.value);
  const mean = pairs.reduce((sum, pair) => sum + pair.value, 0) / pairs.length;
  const said = ({ name, other, value }) => `${name} and ${other} (${number(value, 2)})`;
  return `Correlation of the returns per bar; blue is above zero, orange below. Most alike: ${said(sorted[sorted.length - 1])}. Least: ${said(sorted[0])}. Average of all ${number(pairs.length)} pairs: ${number(mean, 2)}. The lower, the more there is to gain from mixing.`;
}

function showMonthly(excess) {
  const months = report.monthly || [];
  byId('monthly').hidden = months.length === 0;
  const grouped = new Map();
  months.forEach((entry) => {
    const row = grouped.get(entry.year) || new Array(12).fill(null);
    row[entry.month - 1] = entry;
    grouped.set(entry.year, row);
  });
  const value = (entry) => entry && (excess ? entry.ensemble - entry.equalWeight : entry.ensemble);
  const scale = 0.9 * Math.max(...months.map((entry) => Math.abs(value(entry))), 1e-9);
  const cell = (entry) => entry
    ? shaded(value(entry), scale, number(100 * value(entry), 1), { 'data-month': MONTHS[entry.month - 1], title: `${MONTHS[entry.month - 1]} ${entry.year}: ensemble ${signedPercent(entry.ensemble, 2)}, equal weight ${signedPercent(entry.equalWeight, 2)}` })
    : null;
  byId('monthly-table').replaceChildren(el('table', { class: 'months' },
    el('caption', { class: 'unseen' }, excess ? 'Return of the ensemble less equal weight, percent by month' : 'Return of the ensemble, percent by month'),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Year'), MONTHS.map((month) => el('th', { scope: 'col' }, month)), el('th', { scope: 'col', class: 'year' }, 'Total'))),
    el('tbody', {}, [...grouped].map(([year, row]) => el('tr', {}, el('th', { scope: 'row' }, String(year)),
      row.map((entry, i) => cell(entry) || el('td', { 'data-month': MONTHS[i] })), yearCell(row, excess))))));
  byId('monthly-caption').textContent = monthlyWords(months, value, excess);
}

function yearCell(row, excess) {
  const grown = (field) => row.reduce((growth, entry) => growth * (1 + (entry ? entry[field] : 0)), 1) - 1;
  const total = grown('ensemble') - (excess ? grown('equalWeight') : 0);
  return el('td', { class: `year ${total < 0 ? 'loss' : ''}` }, number(100 * total, 1));
}

function monthlyWords(months, value, excess) {
  if (months.length === 0) {
    return '';
  }
  const sorted = [...months].sort((a, b) => value(a) - value(b));
  const gains = months.filter((entry) => value(entry) > 0).length;
  const said = (entry) => `${MONTHS[entry.month - 1]} ${entry.year} (${signedPercent(value(entry))})`;
  return `In percent; blue is above zero, orange below. ${excess ? 'Ahead of equal weight' : 'A gain'} in ${number(gains)} of ${plural(months.length, 'month')}. Best: ${said(sorted[sorted.length - 1])}; worst: ${said(sorted[0])}. The first and the last month may be incomplete.`;
}

function showTuningHeatmap() {
  const heatmap = report.tuning && report.tuning.heatmap;
  if (!heatmap) {
    byId('tuning-figure').hidden = true;
    return;
  }
  const { lambda, eta, sharpe } = heatmap;
  const best = report.tuning.best;
  const scale = Math.max(...sharpe.flat().filter(isNumber).map(Math.abs), 1e-9);
  byId('tuning-heatmap').replaceChildren(el('table', { class: 'grid' },
    el('caption', { class: 'unseen' }, 'Sharpe ratio out of sample by lambda and eta'),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'λ \\ η'), eta.map((e) => el('th', { scope: 'col' }, plain(e))))),
    el('tbody', {}, lambda.map((l, i) => el('tr', {}, el('th', { scope: 'row' }, plain(l)),
      eta.map((e, j) => {
        const chosen = l === best.lambda && e === best.eta;
        return shaded(sharpe[i][j], scale, chosen ? [signed(sharpe[i][j]), el('span', { class: 'sub' }, 'chosen')] : signed(sharpe[i][j]), { class: chosen ? 'chosen' : '' });
      }))))));
  byId('tuning-caption').textContent = 'Sharpe ratio out of sample. A good setting has good neighbours: a single bright cell among pale ones is luck.';
}
