import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Closes clients aside, since each waits for its threads; no more than a few at a time, lest they pile up. */
final class Closer {
    private static final int AT_ONCE = 48;
    private static final int PATIENCE_SECONDS = 2;
    private static final Semaphore FREE = new Semaphore(AT_ONCE);
    private static final ThreadFactory DAEMONS = task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    };
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(DAEMONS);
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(DAEMONS);

    private Closer() {
    }

    /** A client whose own thread has failed may never finish to close, so that it is interrupted after a while. */
    static void close(Runnable closing) {
        FREE.acquireUninterruptibly();
        Future<?> closed = THREADS.submit(() -> {
            try {
                closing.run();
            } finally {
                FREE.release();
            }
        });
        CLOCK.schedule(() -> closed.cancel(true), PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
