// Capital above, drawdown below, on one axis of time; capital on a linear or a logarithmic scale.
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
