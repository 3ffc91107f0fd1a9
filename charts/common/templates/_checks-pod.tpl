{{/*
Of two variables of one name Kubernetes takes the last and says nothing, and whatever applies at the server refuses them.
Takes root and engines.
*/}}
{{- define "common.checks.variables" -}}
{{- $ports := "probes, Services and network policies know no other" -}}
{{- $prefix := "KEDA and the rights in the engines go by it: it is global.%s.prefix" -}}
{{- $seen := dict "HOST" $ports "PORT" $ports "MANAGEMENT_PORT" $ports "KAFKA_PREFIX" (printf $prefix "kafka") "REDIS_PREFIX" (printf $prefix "redis") -}}
{{- $trust := "the checks of a production go by it: it is in global.auth" -}}
{{- range list "ENVIRONMENT" "AUTH_ISSUER" "AUTH_AUDIENCE" "AUTH_TOKEN_TYPE" "AUTH_READS" "AUTH_DEMO_PUBLIC_KEY" -}}
{{- $_ := set $seen . $trust -}}
{{- end -}}
{{- range include "common.secretEnv" . | fromYamlArray -}}
{{- $_ := set $seen .name "the chart sets it as well; leave it, or what it is made of in global, alone" -}}
{{- end -}}
{{- range .root.Values.extraEnv -}}
{{- if hasKey $seen .name -}}
{{- fail (printf "%s: extraEnv has %s, and %s" $.root.Chart.Name .name (get $seen .name)) -}}
{{- end -}}
{{- $_ := set $seen .name "has it twice" -}}
{{- end -}}
{{- range concat (.root.Values.sidecars | default list) (.root.Values.initContainers | default list) -}}
{{- $sidecar := .name -}}
{{- /* One that starts before the service and stays is an initContainer that is always restarted. */ -}}
{{- $stays := or (has . $.root.Values.sidecars) (eq (.restartPolicy | default "") "Always") -}}
{{- range .ports -}}
{{- if and $stays (has (int .containerPort) (list 8080 8081)) -}}
{{- fail (printf "%s: sidecar %s has port %d, at which the service itself listens in that pod" $.root.Chart.Name $sidecar (int .containerPort)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/*
What Kubernetes would refuse of a pod, or take for something else, when other objects are changed already. Takes what
common.checks takes.
*/}}
{{- define "common.checks.pod" -}}
{{- $chart := .root.Chart.Name -}}
{{- $values := .root.Values -}}
{{- $seen := dict $chart "the service itself" -}}
{{- range $list := list "initContainers" "sidecars" -}}
{{- range index $values $list | default list -}}
{{- if hasKey $seen .name -}}
{{- fail (printf "%s: %s has a container %s, and so has %s" $chart $list .name (get $seen .name)) -}}
{{- end -}}
{{- $_ := set $seen .name $list -}}
{{- end -}}
{{- end -}}
{{- include "common.checks.mounts" . -}}
{{- if $values.global.monitoring.annotations -}}
{{- range $name, $_ := $values.podAnnotations -}}
{{- if has $name (list "prometheus.io/scrape" "prometheus.io/port" "prometheus.io/path") -}}
{{- fail (printf "%s: podAnnotations has %s, which global.monitoring.annotations sets" $chart $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* Volumes and mounts of the user's own beside those that the chart makes. Takes what common.checks takes. */}}
{{- define "common.checks.mounts" -}}
{{- $chart := .root.Chart.Name -}}
{{- $values := .root.Values -}}
{{- $own := list "kafka-ca" "mongodb-ca" "redis-ca" "issuer-ca" "boards" "taxonomy" "reports" -}}
{{- $seen := dict -}}
{{- range $values.extraVolumes -}}
{{- if has .name $own -}}
{{- fail (printf "%s: extraVolumes has %s, which is the name of one of the chart's own: choose another" $chart .name) -}}
{{- else if hasKey $seen .name -}}
{{- fail (printf "%s: extraVolumes has %s twice" $chart .name) -}}
{{- end -}}
{{- $_ := set $seen .name true -}}
{{- end -}}
{{- $volumes := dict -}}
{{- range include "common.volumes" . | fromYamlArray -}}
{{- $_ := set $volumes .name true -}}
{{- end -}}
{{- $paths := dict -}}
{{- range $values.extraVolumeMounts -}}
{{- $path := trimSuffix "/" .mountPath -}}
{{- if not (hasKey $volumes .name) -}}
{{- fail (printf "%s: extraVolumeMounts has %s, and the pod has no such volume: name one of extraVolumes" $chart .name) -}}
{{- else if hasKey $paths $path -}}
{{- fail (printf "%s: extraVolumeMounts has the mountPath %s twice" $chart .mountPath) -}}
{{- else if has $path (list "" "/etc") -}}
{{- fail (printf "%s: extraVolumeMounts has the mountPath %s, which would hide what the chart mounts below it" $chart .mountPath) -}}
{{- else if or (eq "/etc/skillstream" $path) (hasPrefix "/etc/skillstream/" $path) -}}
{{- fail (printf "%s: extraVolumeMounts has the mountPath %s, and /etc/skillstream is where the chart mounts its own" $chart .mountPath) -}}
{{- end -}}
{{- $_ := set $paths $path true -}}
{{- end -}}
{{- range $list := list "initContainers" "sidecars" -}}
{{- range $container := index $values $list -}}
{{- range $container.volumeMounts -}}
{{- if not (hasKey $volumes .name) -}}
{{- fail (printf "%s: %s %s mounts %s, and the pod has no such volume: name one of extraVolumes" $chart $list $container.name .name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* A quantity of Kubernetes as a number: 100m, 2, 160Mi, 1e3, 536870912. */}}
{{- define "common.quantity" -}}
{{- $text := toString . -}}
{{- /* A number of a million or more is 5.36870912e+08 as text. */ -}}
{{- $number := regexFind "^[0-9.]+([eE][+-]?[0-9]+)?" $text | float64 -}}
{{- $unit := regexReplaceAll "^[0-9.]+([eE][+-]?[0-9]+)?" $text "" -}}
{{- $units := dict "" 1.0 "m" 0.001 "k" 1e3 "M" 1e6 "G" 1e9 "T" 1e12 "P" 1e15 "E" 1e18 "Ki" 1024.0 "Mi" 1048576.0 "Gi" 1073741824.0 "Ti" 1099511627776.0 "Pi" 1125899906842624.0 "Ei" 1152921504606846976.0 -}}
{{- printf "%f" (mulf $number (get $units $unit)) -}}
{{- end }}

{{/* Kubernetes makes no pod that asks for more than it may have. Takes place, which names the values, and resources. */}}
{{- define "common.checks.resources" -}}
{{- $place := .place -}}
{{- $resources := .resources | default dict -}}
{{- $limits := $resources.limits | default dict -}}
{{- range $name, $request := $resources.requests -}}
{{- $limit := get $limits $name -}}
{{- if and (toString $limit) $request (gt (include "common.quantity" $request | float64) (include "common.quantity" $limit | float64)) -}}
{{- fail (printf "%s.requests.%s %v is above %s.limits.%s %v" $place $name $request $place $name $limit) -}}
{{- end -}}
{{- end -}}
{{- end }}
