package io.mirrorcore.jobs.topic;

import java.io.Serializable;
import java.util.function.Function;

/** Takes the key of a record: the order of records with equal keys is kept. */
public interface RecordKey<T> extends Function<T, String>, Serializable {}
