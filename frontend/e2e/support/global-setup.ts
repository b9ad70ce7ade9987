import { seedDemo } from './demo-server';

/** Runs once before all journeys; what it returns runs once behind them. */
export default seedDemo;
