package skillstream.engines;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/**
 * Moves the leadership of each partition to another broker while all brokers run, as a cluster balancer does: the next
 * in-sync replica becomes the preferred leader, then a preferred leader election is triggered.
 */
public final class MoveLeaders {
  /** @param args the bootstrap servers, and optionally a topic; by default all topics, internal ones included */
  public static void main(String[] args) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", args[0], "request.timeout.ms", 5_000, "default.api.timeout.ms", 40_000);
    try (var admin = Admin.create(settings)) {
      Collection<String> topics =
          args.length > 1
              ? List.of(args[1])
              : admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
      var orders = new HashMap<TopicPartition, Optional<NewPartitionReassignment>>();
      for (TopicDescription topic : admin.describeTopics(topics).allTopicNames().get().values()) {
        for (TopicPartitionInfo partition : topic.partitions()) {
          List<Integer> order = nextFirst(partition);
          if (order == null) continue;
          var key = new TopicPartition(topic.name(), partition.partition());
          orders.put(key, Optional.of(new NewPartitionReassignment(order)));
        }
      }
      admin.alterPartitionReassignments(orders).all().get();
      var elected = admin.electLeaders(ElectionType.PREFERRED, orders.keySet()).partitions().get();
      System.out.println("moved " + elected.values().stream().filter(Optional::isEmpty).count());
    }
  }

  /** The replicas with the next in-sync one first; null if only the leader is in sync. */
  private static List<Integer> nextFirst(TopicPartitionInfo partition) {
    if (partition.leader() == null) return null;
    var replicas = partition.replicas().stream().map(node -> node.id()).toList();
    var inSync = partition.isr().stream().map(node -> node.id()).toList();
    int at = replicas.indexOf(partition.leader().id());
    for (int step = 1; step < replicas.size(); step += 1) {
      Integer next = replicas.get((at + step) % replicas.size());
      if (!inSync.contains(next)) continue;
      var order = new ArrayList<>(replicas);
      order.remove(next);
      order.add(0, next);
      return order;
    }
    return null;
  }
}
