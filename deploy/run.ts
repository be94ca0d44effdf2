import type { Listener } from './listener';
import type { Processes, Variables } from './process';
import type { Sessions } from './sessions';

/** What a run is given by whoever starts it. */
export interface RunSettings {
  readonly processes: Processes;
  readonly listener: Listener;
  /** The variables of Terraform and of hooks. */
  readonly variables: Variables;
  /** The file descriptor that hooks print to. */
  readonly hooksPrintTo: number;
  /** Of an emulator; AWS's own by default. */
  readonly endpoint?: string | undefined;
}

/** What all steps of one run share. */
export class Run {
  readonly processes: Processes;
  readonly tell: Listener;
  readonly variables: Variables;
  readonly hooksPrintTo: number;
  private made: Promise<Sessions> | undefined;

  constructor(private readonly settings: RunSettings) {
    this.processes = settings.processes;
    this.tell = settings.listener;
    this.variables = settings.variables;
    this.hooksPrintTo = settings.hooksPrintTo;
  }

  /** The sessions with AWS. Loaded late: most platforms have nothing to ask. */
  sessions(): Promise<Sessions> {
    this.made ??= import('./sessions').then(({ Sessions }) => new Sessions(this.settings.endpoint));
    return this.made;
  }
}
