// @ts-check
/** Runs `terralake synth` in this process and prints its time and its peak memory as JSON. */
const [, , main = '', config = ''] = process.argv;
const start = process.hrtime.bigint();
process.argv = [process.argv[0] ?? 'node', main, 'synth', '--config', config];
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
process.on('exit', () => {
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  write(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
});
require(main);
