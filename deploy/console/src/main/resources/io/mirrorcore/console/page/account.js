// What the positions earn on paper, beside what they should.

import { instant } from './words.js';
import { dataTable, facts, refill } from './table.js';

const CAUSES = { delay: 'Filled later', costs: 'Costs and slippage', lots: 'Lots and least trade', bands: 'Bands, caps and the kill switch' };

export function drawAccount(portfolio, account) {
  if (!account) {
    byId('account-words').textContent = `Nobody trades on paper to the positions of portfolio ${portfolio}: ./mirrorcore paper does.`;
    byId('account-facts').replaceChildren();
    byId('account-table').replaceChildren();
    return;
  }
  const { time, equity, profit, expected, gap, cash, costs, slippage, halted, holdings } = account;
  const made = profit < 0 ? `lost ${number(-profit, 2)}` : `made ${number(profit, 2)}`;
  byId('account-words').textContent = `At ${instant(time)} the account of ${portfolio} is worth ${number(equity, 2)}: it ${made}, where the backtest's account stands at ${signed(expected)}.${halted ? ' The kill switch is on: no orders are sent.' : ''}`;
  facts(byId('account-facts'), [['Cash', number(cash, 2)], ['Costs so far', number(costs, 2)], ['Slippage so far', number(slippage, 2)], ['Symbols held', number(Object.keys(holdings).length)]]);
  refill(byId('account-table'), dataTable('Why realised and expected profit differ', ['Cause', 'Money'],
    [...Object.entries(CAUSES).map(([cause, name]) => [name, signed(gap[cause])]), ['Together', signed(profit - expected)]]));
}
