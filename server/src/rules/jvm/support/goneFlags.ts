/** Flags with which JDK 17 does not start, each of them tried. */
export const GONE_FLAGS: ReadonlySet<string> = new Set([
  '-XX:UseConcMarkSweepGC',
  '-XX:UseParNewGC',
  '-XX:CMSClassUnloadingEnabled',
  '-XX:CMSScavengeBeforeRemark',
  '-XX:CMSParallelRemarkEnabled',
  '-XX:CMSInitiatingOccupancyFraction',
  '-XX:UseCMSInitiatingOccupancyOnly',
  '-XX:UseCMSCompactAtFullCollection',
  '-XX:CMSFullGCsBeforeCompaction',
  '-XX:ParallelCMSThreads',
  '-XX:PrintGCDateStamps',
  '-XX:PrintGCTimeStamps',
  '-XX:PrintGCApplicationStoppedTime',
  '-XX:PrintTenuringDistribution',
  '-XX:PrintHeapAtGC',
  '-XX:PrintAdaptiveSizePolicy',
  '-XX:PrintClassHistogramBeforeFullGC',
  '-XX:TraceClassUnloading',
  '-XX:PrintSafepointStatistics',
  '-XX:UseGCLogFileRotation',
  '-XX:NumberOfGCLogFiles',
  '-XX:GCLogFileSize',
  '-XX:MaxPermSize',
  '-XX:PermSize',
  '-XX:AggressiveOpts',
  '-XX:UnlockCommercialFeatures',
  '-XX:UseCGroupMemoryLimitForHeap',
  '-XX:UseParallelOldGC',
  '-XX:UseFastAccessorMethods',
]);

/** The flags that choose a collector, of which there can be one. */
export const COLLECTORS: readonly string[] = ['G1', 'Parallel', 'Serial', 'Z', 'Shenandoah'].map(
  (name) => `-XX:Use${name}GC`,
);
