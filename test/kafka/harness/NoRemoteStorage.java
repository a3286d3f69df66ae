import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.server.log.remote.storage.LogSegmentData;
import org.apache.kafka.server.log.remote.storage.RemoteLogSegmentMetadata;
import org.apache.kafka.server.log.remote.storage.RemoteLogSegmentMetadata.CustomMetadata;
import org.apache.kafka.server.log.remote.storage.RemoteStorageManager;

/** Keeps nothing, so that a broker with tiered storage starts where there is none. */
public final class NoRemoteStorage implements RemoteStorageManager {
  @Override
  public Optional<CustomMetadata> copyLogSegmentData(RemoteLogSegmentMetadata segment, LogSegmentData data) {
    return Optional.empty();
  }

  @Override
  public InputStream fetchLogSegment(RemoteLogSegmentMetadata segment, int start) {
    return new ByteArrayInputStream(new byte[0]);
  }

  @Override
  public InputStream fetchLogSegment(RemoteLogSegmentMetadata segment, int start, int end) {
    return new ByteArrayInputStream(new byte[0]);
  }

  @Override
  public InputStream fetchIndex(RemoteLogSegmentMetadata segment, IndexType type) {
    return new ByteArrayInputStream(new byte[0]);
  }

  @Override
  public void deleteLogSegmentData(RemoteLogSegmentMetadata segment) {}

  @Override
  public void configure(Map<String, ?> settings) {}

  @Override
  public void close() {}
}
