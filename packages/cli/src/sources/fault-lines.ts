/** What is wrong with a file of sources behind words about it; of several faults each has a line. */
export const faultLines = (head: string, fault: string): string => {
  const faults = fault.split('\n');
  return [`${head}:`, ...faults].join(faults.length > 1 ? '\n  ' : ' ');
};
