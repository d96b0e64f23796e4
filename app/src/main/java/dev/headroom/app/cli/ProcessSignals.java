package dev.headroom.app.cli;

import java.lang.reflect.Proxy;

/**
 * Lets signals of the process be handled. The JDK has a class for it, in its module {@code jdk.unsupported}, that belongs to no standard: it
 * is asked for by name, and where it is missing, or the JVM was told to leave signals alone, signals end the process as ever.
 */
final class ProcessSignals {
    private ProcessSignals() {}

    /**
     * Has a signal handled.
     *
     * @param name its name without SIG
     * @param handler called on a thread of its own for each signal
     * @return whether it is
     */
    static boolean handle(String name, Runnable handler) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    ProcessSignals.class.getClassLoader(), new Class<?>[] {handlerType}, (self, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            handler.run();
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handlerType)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
            return true;
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
