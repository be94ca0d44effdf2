import { runApp } from './cli/app';

// What `cdktf.json` runs.
void runApp();
