/**
 * What the built package is made of: one file (`setup/bundle.js`), because loading several hundred small ones takes
 * a third of the time of a synthesis. The command, the app and custom modules share it.
 */
export * from './index';
export { runApp } from './cli/app';
export { runCommand } from './cli/program';
