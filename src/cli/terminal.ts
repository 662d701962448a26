/** Ends the program quietly when whoever read its output is gone (`... | head`): nobody misses the rest. */
export function endWithReader(): void {
  process.stdout.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
