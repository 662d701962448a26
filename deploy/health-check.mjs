// Asks the bot in this container whether it is connected. Exit code 0: yes; 1: no, and the reason is printed.
const port = process.env.HEALTH_PORT;
const answer = port
  ? await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(4_000) }).catch(() => null)
  : null;

if (!port) console.log('HEALTH_PORT is not set');
else if (answer === null) console.log(`Nothing answers on port ${port}`);
else console.log(answer.status, (await answer.text()).trim());
process.exitCode = answer?.ok ? 0 : 1;
