// What a reader in a hurry takes away: the verdict, one paragraph, the facts of the run.
const OUTCOMES = {
  SHOWN: { word: 'Shown', tone: 'good', icon: 'M7 12.5l3.4 3.4L17.2 9' },
  NOT_SHOWN: { word: 'Not shown', tone: 'open', icon: 'M7 10h10M7 14h10' },
  WORSE: { word: 'Worse', tone: 'bad', icon: 'M12 6.5v10M7.5 12.2L12 16.7l4.5-4.5' },
};

function showVerdict() {
  const verdict = report.verdict;
  const outcome = OUTCOMES[verdict.outcome] || OUTCOMES.NOT_SHOWN;
  byId('kicker').replaceChildren(
    'MirrorCore-X · backtest of portfolio ', el('strong', {}, report.portfolio));
  const section = byId('verdict');
  section.classList.add(outcome.tone);
  section.replaceChildren(
    el('p', { class: 'outcome' },
      svg('svg', { viewBox: '0 0 24 24', width: 28, height: 28, 'aria-hidden': 'true' },
        svg('circle', { cx: 12, cy: 12, r: 10.6 }), svg('path', { d: outcome.icon })),
      outcome.word),
    el('h1', { id: 'verdict-sentence' }, verdict.sentence),
    el('ul', {}, (verdict.details || []).map((detail) => el('li', {}, detail))),
    differenceFigure(),
  );
}

/** The interval that the verdict is about, against zero. */
function differenceFigure() {
  const difference = ensemble && ensemble.evidence.sharpeDifference;
  if (!difference) {
    return null;
  }
  const edge = 1.15 * Math.max(Math.abs(difference.low), Math.abs(difference.high), 0.1);
  const x = (value) => `${50 + (50 * value) / edge}%`;
  return el('figure', { class: 'difference', role: 'img',
      'aria-label': `Sharpe ratio of the ensemble less that of equal weight: ${signed(difference.value)}, ${percent(difference.level, 0)} interval ${interval(difference)}` },
    el('div', { class: 'sides', 'aria-hidden': 'true' },
      el('span', {}, '← equal weight better'), el('span', {}, 'ensemble better →')),
    svg('svg', { width: '100%', height: 40, 'aria-hidden': 'true' },
      svg('line', { class: 'base', x1: 0, x2: '100%', y1: 20, y2: 20 }),
      svg('line', { class: 'zero', x1: '50%', x2: '50%', y1: 2, y2: 38 }),
      svg('line', { class: 'range', x1: x(difference.low), x2: x(difference.high), y1: 20, y2: 20 }),
      svg('circle', { class: 'value', cx: x(difference.value), cy: 20, r: 6 })),
    el('figcaption', {}, 'Sharpe ratio of the ensemble less that of equal weight: ',
      el('strong', {}, signed(difference.value)),
      `, with ${percent(difference.level, 0)} confidence in ${interval(difference)}`));
}

function showLead() {
  if (!ensemble) {
    return;
  }
  const said = [holder(ensemble, 'the ensemble')];
  if (equalWeight) {
    said.push(`Equal weight came to ${number(equalWeight.figures.finalCapital)} (${aYear(equalWeight.figures)}, worst loss ${percent(equalWeight.figures.maxDrawdown)}).`);
  }
  byId('lead').textContent = said.join(' ');
}

function holder(track, name) {
  const f = track.figures;
  const time = isShort ? plural(report.bars, 'bar') : `${number(years, 1)} years`;
  return `In ${time} ${name} made ${number(f.finalCapital)} out of ${number(report.capital)}, costs paid: ${aYear(f)}. On the way it lost up to ${percent(f.maxDrawdown)} from a peak and once stayed below one for ${plural(f.maxDrawdownBars, 'bar')}, about ${span(f.maxDrawdownBars)}.`;
}

/** Less than a quarter of a year is not annualised: see Figures.java. */
const aYear = (f) => isNumber(f.annualReturn)
  ? `${signedPercent(f.annualReturn)} a year`
  : `${signedPercent(f.totalReturn, 2)} in all, too short to annualise`;

function span(bars) {
  const inYears = bars / report.barsPerYear;
  if (inYears >= 1.5) {
    return `${number(inYears, 1)} years`;
  }
  const months = Math.round(12 * inYears);
  return months >= 2 ? `${months} months` : plural(Math.max(1, Math.round(365 * inYears)), 'day');
}

function mode() {
  if (report.mode !== 'walk-forward') {
    return 'Event: the rules that decide live when to rebalance';
  }
  return `Walk-forward: estimated on ${report.anchored ? 'all bars so far, at least ' : ''}${plural(report.train, 'bar')}, held for the next ${number(report.test)}; no bar judges weights that have seen it`;
}

function showFacts() {
  const facts = [
    ['Period', `${moment(report.from)} to ${moment(report.to)}, ${plural(report.bars, 'bar')} of ${report.interval} (UTC)`],
    ['Mode', mode()],
    ['Costs', report.costRate > 0
      ? `${percent(report.costRate, 2)} of the weight moved at each rebalance, besides those of the positions`
      : 'those of the positions; a change of weights costs nothing besides'],
    ['Capital', number(report.capital)],
    ['Bars per year', `${number(report.barsPerYear, decimalsOf(Number(report.barsPerYear.toFixed(1))))}, ${report.barsPerYearSource}`],
    ['Data', (report.data || []).map((file) => el('div', {},
      el('span', { class: 'file' }, file.file), `, ${plural(file.records, 'record')}, `,
      file.rejected > 0 ? el('strong', {}, `${number(file.rejected)} rejected`) : 'none rejected'))],
  ];
  byId('facts').replaceChildren(
    ...facts.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
  const notes = report.notes || [];
  byId('notes').replaceChildren(
    ...(notes.length ? [el('ul', { class: 'notes', 'aria-label': 'Notes' }, notes.map((note) => el('li', {}, note)))] : []));
}
