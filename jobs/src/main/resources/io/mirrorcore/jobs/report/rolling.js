// Figures over a window that moves along: one chart, one figure at a time.
/** What can be looked at in the rolling chart: how it is called, written, and which line stands out. */
const ROLLING = {
  rollingSharpe: { name: 'Sharpe ratio', head: 'rolling Sharpe', text: (value) => signed(value), tick: (value) => number(value, value % 1 ? 1 : 0), line: 0 },
  rollingVolatility: { name: 'Volatility', head: 'rolling volatility', text: (value) => percent(value), tick: (value) => percent(value, decimalsOf(Number((100 * value).toFixed(1)))), line: 0 },
  rollingBeta: { name: 'Beta', head: 'rolling beta', text: (value) => signed(value), tick: (value) => number(value, decimalsOf(Number(value.toFixed(2)))), line: 1 },
};

function rollingOption() {
  const lines = shownTracks();
  const option = {
    ...common(6),
    grid: [{ left: isNarrow() ? 52 : 66, right: 12, top: 12, bottom: view.printing ? 26 : 58 }],
    xAxis: [{ ...timeAxis(0, true), axisLine: { onZero: false, lineStyle: { color: colour('--rule') } } }],
    yAxis: [valueAxis(0, ROLLING[view.rolling].tick)],
    series: [
      { ...bandCarrier(0, bandStrength()), markLine: {
        silent: true, symbol: 'none', label: { show: false }, animation: false, data: [{ yAxis: ROLLING[view.rolling].line }],
        lineStyle: { color: colour('--soft'), width: 1, type: 'solid' } } },
      ...lines.map((track) => trackLine(track, line(track, view.rolling), 0)),
    ],
  };
  option.dataZoom[0].left = option.grid[0].left;
  option.tooltip.formatter = readout(lines, (track, time) => [ROLLING[view.rolling].text(valueAt(line(track, view.rolling), time))], [ROLLING[view.rolling].head]);
  return option;
}

function showRollingControls() {
  const offered = Object.keys(ROLLING).filter((field) => portfolios.some((track) => track[field]));
  byId('rolling-controls').hidden = offered.length < 2;
  byId('rolling-controls').replaceChildren(choice('Show', offered.map((field) => [field, ROLLING[field].name]), view.rolling, (field) => {
    view.rolling = field;
    showRollingCaption();
    drawCharts();
  }));
}

function showRollingCaption() {
  const told = [ensemble, equalWeight].filter(Boolean).map(rollingWords).join(' ');
  const over = breakdown.rollingBars ? `Over the last ${plural(breakdown.rollingBars, 'bar')} at each. ` : '';
  const on = view.rolling === 'rollingBeta' && breakdown.benchmark ? `Beta is on ${breakdown.benchmark.name}. ` : '';
  byId('rolling-caption').textContent = `${over}${on}${told}${drawnOf([view.rolling])}`;
}

function rollingWords(track) {
  const { text, line: mark } = ROLLING[view.rolling];
  const values = line(track, view.rolling).map(([, value]) => value).filter(isNumber);
  if (values.length === 0) {
    return `${track.name} has too short a record for it.`;
  }
  const below = track[view.rolling].t || view.rolling === 'rollingVolatility' ? null : values.filter((value) => value < mark).length / values.length;
  const extremes = `between ${text(Math.min(...values))} and ${text(Math.max(...values))}`;
  return `${track.name} was ${extremes}${below === null ? '' : `, and below ${mark === 0 ? 'zero' : mark} in ${percent(below, 0)} of the bars`}.`;
}
