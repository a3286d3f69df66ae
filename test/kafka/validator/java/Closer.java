import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Closes clients aside, since each waits for its threads; no more than a few at a time, lest they pile up. */
final class Closer {
    private static final int AT_ONCE = 48;
    private static final Semaphore FREE = new Semaphore(AT_ONCE);
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    private Closer() {
    }

    static void close(Runnable closing) {
        FREE.acquireUninterruptibly();
        THREADS.execute(() -> {
            try {
                closing.run();
            } finally {
                FREE.release();
            }
        });
    }
}
