// What an execution system trades to: the netted exposures by symbol.

import { instant } from './words.js';
import { dataTable, refill } from './table.js';

export function drawPositions(portfolio, held) {
  if (!held) {
    byId('positions-words').textContent = `No positions of portfolio ${portfolio} yet.`;
    byId('positions-table').replaceChildren();
    return;
  }
  const { positions, previous = {}, gross, net, time } = held;
  const symbols = [...new Set([...Object.keys(positions), ...Object.keys(previous)])]
    .map((symbol) => [symbol, positions[symbol] ?? 0, previous[symbol] ?? 0])
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || (a[0] < b[0] ? -1 : 1));
  byId('positions-words').textContent = `At ${instant(time)}: ${percent(gross)} of the capital is at work (long and short added), ${signedPercent(net)} net. A symbol that is not named has none.`;
  refill(byId('positions-table'), dataTable('Target positions, shares of the capital', ['Symbol', 'Position', 'Change'],
    symbols.map(([symbol, now, before]) => [symbol, coloured(now), now === before ? el('span', { class: 'same' }, 'same') : signedPercent(now - before, 2)])));
}

const coloured = (value) => el('span', { class: `signed ${value < 0 ? 'below' : value > 0 ? 'above' : 'same'}` }, signedPercent(value, 2));
