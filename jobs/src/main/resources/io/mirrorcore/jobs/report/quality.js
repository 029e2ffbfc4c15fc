// What is odd about the bars, before any figure made from them.
function showQuality() {
  const found = report.quality;
  byId('quality').hidden = !found;
  if (!found) {
    return;
  }
  byId('quality-table').hidden = found.length === 0;
  byId('quality-lead').textContent = found.length === 0
    ? 'No splits, jumps, holes, halts, duplicates or prices outside of their range were found in the bars.'
    : 'What was found in the bars. It may be right, as a crash is, or wrong, as a split that prices are not adjusted for: the figures below are of the data as they are.';
  byId('quality-table').replaceChildren(table([
    { head: 'Found', cell: (finding) => finding.meaning },
    { head: 'Count', cell: (finding) => number(finding.count) },
    { head: 'Symbols', kind: 'words', cell: symbolsOf },
    { head: 'For example', kind: 'words', cell: (finding) => finding.examples.slice(0, 3).map(exampleOf) },
  ], found, 'What is odd about the data'));
}

/** Those with most first, and how many more there are. */
function symbolsOf(finding) {
  const counts = Object.entries(finding.bySymbol).sort((a, b) => b[1] - a[1]);
  const shown = counts.slice(0, 5).map(([symbol, count]) => `${symbol || 'unreadable'} ${number(count)}`).join(', ');
  return counts.length > 5 ? `${shown} and ${number(counts.length - 5)} more` : shown;
}

function exampleOf(example) {
  const when = example.time ? `${moment(example.time)}, ` : '';
  return el('div', {}, `${example.symbol}${example.symbol ? ' ' : ''}${when}${example.text}`);
}
