/** Loaded before a function's process does anything: answers, when asked over IPC, what the process has used so far. */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, peakMiB: process.resourceUsage().maxRSS / 1024 });
});
// Asked or not, the process ends when its runtime does.
process.channel?.unref();
