-- metrics.decision.drift
WITH
    current AS
    (
        SELECT sumMap([if(isNull(confidence), toUInt8(10), toUInt8(least(9, floor(assumeNotNull(confidence) * 10))))], [1]) AS tenths, sumMap([action], [1]) AS actions, count() AS made_count
        FROM decision FINAL
        WHERE tenant = {tenant:String} AND kind = 'made' AND time >= {from:DateTime64(3, 'UTC')} AND time < {as_of:DateTime64(3, 'UTC')}
    ),
    reference AS
    (
        SELECT sumMap([if(isNull(confidence), toUInt8(10), toUInt8(least(9, floor(assumeNotNull(confidence) * 10))))], [1]) AS reference_tenths, sumMap([action], [1]) AS reference_actions, count() AS reference_count
        FROM decision FINAL
        WHERE tenant = {tenant:String} AND kind = 'made' AND time >= {from:DateTime64(3, 'UTC')} - INTERVAL 28 DAY AND time < {from:DateTime64(3, 'UTC')}
    ),
    if(made_count = 0 OR reference_count = 0, NULL, arraySum(class -> (greatest(if(indexOf(tenths.1, class) = 0, 0, tenths.2[indexOf(tenths.1, class)]) / made_count, 0.0001) - greatest(if(indexOf(reference_tenths.1, class) = 0, 0, reference_tenths.2[indexOf(reference_tenths.1, class)]) / reference_count, 0.0001)) * log(greatest(if(indexOf(tenths.1, class) = 0, 0, tenths.2[indexOf(tenths.1, class)]) / made_count, 0.0001) / greatest(if(indexOf(reference_tenths.1, class) = 0, 0, reference_tenths.2[indexOf(reference_tenths.1, class)]) / reference_count, 0.0001)), arrayDistinct(arrayConcat(tenths.1, reference_tenths.1)))) AS confidence_drift,
    if(made_count = 0 OR reference_count = 0, NULL, arraySum(class -> (greatest(if(indexOf(actions.1, class) = 0, 0, actions.2[indexOf(actions.1, class)]) / made_count, 0.0001) - greatest(if(indexOf(reference_actions.1, class) = 0, 0, reference_actions.2[indexOf(reference_actions.1, class)]) / reference_count, 0.0001)) * log(greatest(if(indexOf(actions.1, class) = 0, 0, actions.2[indexOf(actions.1, class)]) / made_count, 0.0001) / greatest(if(indexOf(reference_actions.1, class) = 0, 0, reference_actions.2[indexOf(reference_actions.1, class)]) / reference_count, 0.0001)), arrayDistinct(arrayConcat(actions.1, reference_actions.1)))) AS action_drift
SELECT made_count AS row_count, greatest(confidence_drift, action_drift) AS model_drift_1, made_count AS model_drift_2, confidence_drift AS model_drift_3, action_drift AS model_drift_4, reference_count AS model_drift_5
FROM current
CROSS JOIN reference
LIMIT 200001;
