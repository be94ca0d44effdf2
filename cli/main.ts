#!/usr/bin/env node
import { runCommand } from './program';

void runCommand();
