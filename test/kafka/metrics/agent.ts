import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CACHE = fileURLToPath(new URL('.cache/agent', import.meta.url));

/** The JMX exporter as an agent of the JVM; fetched from Maven Central unless it is here. */
export function agentJar(version: string): string {
  const jar = `${CACHE}/jmx_prometheus_javaagent-${version}.jar`;
  if (existsSync(jar)) return jar;
  const artifact = `-Dartifact=io.prometheus.jmx:jmx_prometheus_javaagent:${version}`;
  execFileSync('mvn', ['-q', '-B', 'dependency:copy', artifact, `-DoutputDirectory=${CACHE}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return jar;
}
