/** The contract of the port, held by the grid without a screen. */
import { closeEngines, gridBench } from '../../support/grid/bench'
import { describeOpenWorkbook } from '../contract'

afterEach(closeEngines)

// Here a person cannot type into locked cells: what the contract has typed on a protected sheet goes into an open one.
describeOpenWorkbook('the grid', (book, options) => gridBench(book, { open: ['受保护 2 1'], ...options }))
