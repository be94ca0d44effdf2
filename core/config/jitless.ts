import * as z from 'zod';

// Each schema parses a few values once: compiling parsers for them costs more than it saves. Schemas look at
// this when they are made, so it is imported before any of them.
z.config({ jitless: true });
